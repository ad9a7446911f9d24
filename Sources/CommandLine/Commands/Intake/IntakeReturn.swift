import ArgumentParser
import Clinical
import Records

struct IntakeReturn: WritingCommand, NeedsOptions {
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

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk { required.require(messageFile, "--message-file FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    try await Review(intake: intake, desk: desk, console: console).giveBack(question) {
      try console.longText(
        messageFile, option: "--message-file FILE", command: "intake return", about: "To \(intake.clientName)")
    }
  }
}
