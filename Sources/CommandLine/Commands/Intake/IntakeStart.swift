import ArgumentParser
import Care
import Clinical
import Installation
import JSON
import Records

struct IntakeStart: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Take the answers yourself: on the phone, or from paper.",
    discussion: """
      On a terminal it asks what the form asks, page by page and only what matters; Ctrl-C keeps what was answered in a \
      file, and says how to go on. The file is a JSON object of question id to answer; plumbline form show lists the ids.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The answers; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Option(help: ArgumentHelp("Go on with what an interrupted session left.", valueName: "file"))
  var resume: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk { required.require(fromJson, "--from-json FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let pack = try ShareDirectory.contentPack()
    let intakes = Intakes(at: desk)
    let checked = try checked(for: client, pack, intakes, console)
    let raised = checked.raised
    guard !console.dryRun else {
      return try console.wouldDo(
        "record \(checked.answers.values.count.counted("answer")) of \(client.label), "
          + "raising \(raised.count.counted("red flag"))",
        ["redflags": JSON(raised.map(\.id.rawValue))])
    }
    let intake = try await intakes.start(for: client, checked)
    try console.say(
      intake.json(pack),
      "Intake \(intake.shortID) of \(client.fullName) recorded, \(raised.count.counted("red flag")).")
    console.next("plumbline intake show \(intake.shortID)", "read it through")
  }

  private func checked(
    for client: Client, _ pack: ContentPack, _ intakes: Intakes, _ console: Console
  ) throws -> CheckedAnswers {
    if let fromJson { return try intakes.check(try InputFile(path: fromJson).answers(for: pack), pack) }
    let begun = try resume.map { try InputFile(path: $0).json() }.map { try Answers($0) }
    let file = try EditedFile.make(named: "answers.json", console.settings.environment)
    console.edited.keep(
      file, resume: "plumbline intake start \(client.shortID) --resume \(file.quotedForShell)", isWritten: begun != nil)
    var interview = try IntakeInterview(begun ?? client.knownAnswers, pack, console, file: file)
    return try interview.run { try intakes.check($0, pack) }
  }
}
