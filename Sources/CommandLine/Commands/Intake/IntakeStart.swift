import ArgumentParser
import Clinical
import Installation
import JSON
import Records

struct IntakeStart: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Take the answers yourself: on the phone, or from paper.",
    discussion: "The file is a JSON object of question id to answer; plumbline form show lists the ids.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The answers; - is standard input.", valueName: "file"))
  var fromJson: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(fromJson, "--from-json FILE")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let pack = try ShareDirectory.contentPack()
    let given = try InputFile(path: fromJson ?? "-").answers(for: pack)
    let answers = pack.pruned(given)
    try pack.refuseProblems(in: answers)
    let assessment = pack.assess(answers)
    let raised = assessment.redFlags.compactMap(pack.redFlag)
    guard !console.dryRun else {
      return try console.wouldDo(
        "record \(answers.values.count.counted("answer")) of \(client.label), "
          + "raising \(raised.count.counted("red flag"))",
        ["redflags": JSON(raised.map(\.id.rawValue))])
    }
    let intake = try await desk.startIntake(
      id: .new(), client: client.id, answers: answers, contentVersion: pack.version, raised: raised,
      massage: assessment.plan.massage)
    try console.say(
      intake.json(pack),
      "Intake \(intake.shortID) of \(client.fullName) recorded, \(raised.count.counted("red flag")).")
    console.next("plumbline intake show \(intake.shortID)", "read it through")
  }
}

extension ContentPack {
  /// - Throws: exit 64 with every answer that could not have been sent.
  func refuseProblems(in answers: Answers) throws {
    let problems = problems(in: answers, today: try Moment.today())
    guard problems.isEmpty else {
      throw CommandError(
        .usage, "\(problems.count) answer\(problems.count == 1 ? " needs" : "s need") another look; nothing was saved.",
        why: problems.map { "\($0.question): \($0.message) \($0.hint)" }, next: ["plumbline form show QUESTION"])
    }
  }
}
