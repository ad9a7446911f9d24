import ArgumentParser
import Clinical
import JSON
import Records

struct PracticeShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Your practice and its settings.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let practice = try await desk.practice()
    var report = Report()
    report.title(StyledText(practice.name, .bold))
    for key in PracticeSettings.Key.allCases where key != .name { report.fact(key.rawValue, practice.text(of: key)) }
    report.fact("your portrait", practice.hasPortrait ? "shown with the welcome" : nil)
    report.fact(
      "content", practice.contentReviewedBy.map { "reviewed by \($0)" } ?? "not clinically reviewed",
      practice.contentReviewedBy == nil ? .yellow : .plain)
    try console.show(practice.json, report)
    if practice.contentReviewedBy == nil {
      console.next("plumbline content review --by NAME", "name who looked through the clinical content")
    }
  }
}

extension PracticeSettings {
  fileprivate func text(of key: Key) -> String? {
    switch key {
    case .name: name
    case .colour: colour
    case .phone: phone
    case .emergencyPhone: emergencyPhone
    case .email: email
    case .address: address
    case .welcome: welcome
    case .hiddenQuestions: hiddenQuestions.map(\.rawValue).joined(separator: ", ")
    case .retentionYears: String(retentionYears)
    case .timeZone: timeZone
    }
  }

  var json: JSON {
    [
      "id": .string("\(id)"), "name": .string(name), "colour": JSON(colour), "phone": JSON(phone),
      "emergency_phone": JSON(emergencyPhone), "email": JSON(email), "address": JSON(address), "welcome": JSON(welcome),
      "has_portrait": .bool(hasPortrait),
      "hidden_questions": JSON(hiddenQuestions.map(\.rawValue)),
      "retention_years": .integer(retentionYears), "content_reviewed_by": JSON(contentReviewedBy),
      "content_reviewed_at": JSON(contentReviewedAt), "time_zone": .string(timeZone),
    ]
  }
}
