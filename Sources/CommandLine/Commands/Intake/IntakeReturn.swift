import ArgumentParser
import Clinical
import Records

struct IntakeReturn: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Send an intake back: something has to be answered again.",
    discussion: "The client answers through a new link: plumbline invite link CLIENT")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("The question to answer again, such as meds.list.", valueName: "question"))
  var question: String?
  @Option(help: ArgumentHelp("What you ask of the client; - is standard input.", valueName: "file"))
  var messageFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let pack = try ShareDirectory.contentPack(version: intake.contentVersion)
    let question = question.map { Question.ID(rawValue: $0) }
    if let question, pack.question(question) == nil {
      throw CommandError(.notFound, "the form has no question “\(question)”.", next: "plumbline form list")
    }
    let message = try console.longText(
      messageFile, option: "--message-file FILE", command: "intake return", about: "To \(intake.clientName)")
    guard !console.dryRun else { return try console.wouldDo("return intake \(intake.shortID)") }
    try await desk.returnIntake(intake.id, question: question, message: message)
    try console.say(
      ["id": .string("\(intake.id)"), "state": "returned"], "Intake \(intake.shortID) of \(intake.clientName) returned."
    )
    console.next("plumbline invite link \(try await desk.client("\(intake.client)").shortID)", "a new link for them")
  }
}
