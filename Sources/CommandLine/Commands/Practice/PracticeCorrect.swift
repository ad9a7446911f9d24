import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PracticeCorrect: OperatorWriting {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Correct what was taken down of a practice; for the operator.",
    discussion: """
      Everything else is its owner's to set, with plumbline practice set.
      Example: plumbline practice correct "Lakeside Massage" --time-zone America/Toronto
      """)

  @Argument(help: "The practice, by name or id.")
  var practice: String
  @Option(help: "Phone number, printed on plans.")
  var phone: String?
  @Option(help: ArgumentHelp("Its time zone, in which days are counted.", valueName: "name"))
  var timeZone: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if phone == nil, timeZone == nil { throw ValidationError("Say what is to be corrected: --phone or --time-zone.") }
    if let phone, !phone.isPhoneNumber { throw ValidationError("“\(phone)” is not a phone number.") }
  }

  func run(by operator: Operator, _ console: Console) async throws {
    let practice = try await `operator`.practice(named: practice)
    guard !console.dryRun else { return try console.wouldDo("correct the practice \(practice.name)") }
    try await `operator`.correctPractice(practice.id, phone: phone?.trimmed, timeZone: timeZone)
    let details = try await `operator`.practice(practice.id)
    try console.say(
      ["id": .string("\(practice.id)"), "phone": JSON(details.phone), "time_zone": .string(details.timeZone)],
      "Practice \(practice.name) corrected.")
  }
}
