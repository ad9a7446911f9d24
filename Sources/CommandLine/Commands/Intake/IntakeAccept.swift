import ArgumentParser
import Records

struct IntakeAccept: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take an intake into the record.",
    discussion: """
      Refused while a red flag is not acknowledged. An e-mail, phone or birth date that the client's record lacks is \
      filled in from the answers, unless --keep names it. What the record has changes only where you say so: on a \
      terminal you are asked, field by field; elsewhere the record is kept. plumbline undo takes it back.
      Example: plumbline intake accept 7h2d --take email
      """)

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var claims: ClaimOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    try await Review(intake: intake, desk: desk, console: console).accept(claims)
  }
}
