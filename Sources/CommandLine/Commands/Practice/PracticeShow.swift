import ArgumentParser
import Care
import Clinical
import Installation
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
    report.fact(
      "content", practice.contentReviewedBy.map { "reviewed by \($0)" } ?? "not clinically reviewed",
      practice.contentReviewedBy == nil ? .yellow : .plain)
    try console.show(practice.json, report)
    if practice.contentReviewedBy == nil {
      console.next("plumbline content review --by NAME", "name who looked through the clinical content")
    }
  }
}

struct PracticeSet: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change a setting of your practice; for its owner.",
    discussion: """
      name, colour (#rrggbb), phone, email, address, welcome (what clients read above their form), hidden_questions (ids parted by commas), retention_years, \
      time_zone (such as America/Toronto). An empty value clears. What the form asks every client stays: required questions, and those on safety, health, medicines and \
      consent.
      """)

  @Argument(help: "Which.")
  var key: PracticeSettings.Key
  @Argument(help: "To what.")
  var value: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    if key == .hiddenQuestions {
      try ShareDirectory.contentPack().refuseHiding(PracticeSettings.hiddenQuestions(from: value))
    }
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.setPractice(key, to: value.isEmpty ? nil : value)
    }
    guard !console.dryRun else { return try console.wouldDo("set \(key.rawValue) to \(value)") }
    try console.say(try await desk.practice().json, "\(key.rawValue) is now \(value.isEmpty ? "cleared" : value).")
  }
}

extension PracticeSettings.Key: ExpressibleByArgument {}

extension PracticeSettings {
  fileprivate func text(of key: Key) -> String? {
    switch key {
    case .name: name
    case .colour: colour
    case .phone: phone
    case .email: email
    case .address: address
    case .welcome: welcome
    case .hiddenQuestions: hiddenQuestions.map(\.rawValue).joined(separator: ", ")
    case .retentionYears: String(retentionYears)
    case .timeZone: timeZone
    }
  }

  fileprivate var json: JSON {
    [
      "id": .string("\(id)"), "name": .string(name), "colour": JSON(colour), "phone": JSON(phone), "email": JSON(email),
      "address": JSON(address), "welcome": JSON(welcome), "hidden_questions": JSON(hiddenQuestions.map(\.rawValue)),
      "retention_years": .integer(retentionYears), "content_reviewed_by": JSON(contentReviewedBy),
      "content_reviewed_at": JSON(contentReviewedAt), "time_zone": .string(timeZone),
    ]
  }
}
