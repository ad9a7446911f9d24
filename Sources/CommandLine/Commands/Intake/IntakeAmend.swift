import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct IntakeAmend: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct answers; what was sent stays in the record.",
    discussion: """
      On a terminal it goes through the form with its answers; s goes on to the next page. The file holds only the answers \
      that change; null takes one away. Red flags are evaluated again.
      """)

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("The answers that change; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Option(help: ArgumentHelp("Go on with what an interrupted session left.", valueName: "file"))
  var resume: String?
  @Option(help: "Why; on a terminal it is asked for.")
  var reason: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    guard !mayAsk else { return }
    required.require(fromJson, "--from-json FILE")
    required.require(reason, "--reason REASON")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let reason = try console.explanation(reason, "Why are answers of \(intake.clientName) corrected?")
    let pack = try await desk.content(intake.contentVersion)
    let intakes = Intakes(at: desk)
    let checked = try checked(intake, pack, intakes, console)
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

  private func checked(
    _ intake: Intake, _ pack: ContentPack, _ intakes: Intakes, _ console: Console
  ) throws -> CheckedAnswers {
    if let fromJson {
      return try intakes.check(try InputFile(path: fromJson).amending(intake.answers, for: pack), pack)
    }
    let begun = try resume.map { try InputFile(path: $0).json() }.map { try Answers($0) }
    let file = try EditedFile.make(named: "answers.json", console.settings.environment)
    // Without the reason, which may be about health and has no place in the history of a shell.
    console.edited.keep(
      file, resume: "plumbline intake amend \(intake.shortID) --resume \(file.quotedForShell)", isWritten: begun != nil)
    var interview = try IntakeInterview(begun ?? intake.answers, pack, console, file: file)
    return try interview.run { try intakes.check($0, pack) }
  }
}
