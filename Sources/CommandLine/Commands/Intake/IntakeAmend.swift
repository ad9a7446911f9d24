import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct IntakeAmend: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct answers; what was sent stays in the record.",
    discussion: "The file holds only the answers that change; null takes one away. Red flags are evaluated again.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("The answers that change; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Option(help: "Why.")
  var reason: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(fromJson, "--from-json FILE")
    required.require(reason, "--reason REASON")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    guard let fromJson, let reason else { return }
    let intake = try await desk.findIntake(intake, console)
    let pack = try await desk.content(intake.contentVersion)
    let intakes = Intakes(at: desk)
    let checked = try intakes.check(try InputFile(path: fromJson).amending(intake.answers, for: pack), pack)
    let changes = AnswerChange.between(intake.answers, checked.answers, pack)
    let (amended, pauses) = try await intakes.amend(intake, to: checked, reason: reason, dryRun: console.dryRun)
    guard !console.dryRun else {
      return try console.wouldDo("amend intake \(intake.shortID)", ["changes": .array(changes.map(\.json))])
    }
    try console.say(
      amended.json(pack),
      "Intake \(amended.shortID) amended: \(changes.count.counted("answer")), \(checked.raised.count.counted("red flag"))."
    )
    console.say(pauses)
    try pauses?.refuseStillOut()
    console.next("plumbline intake show \(amended.shortID)", "acknowledge its red flags, then accept it")
  }
}
