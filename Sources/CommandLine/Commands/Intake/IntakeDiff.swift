import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct IntakeDiff: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What changed since the last accepted intake.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let (previous, changes, pack) = try await Intakes(at: desk).changes(in: intake)
    var sheet = Sheet()
    sheet.title(
      Inked(intake.clientName, .bold), Inked(intake.shortID, .cyan),
      Inked("since \(Moment.localDay(previous.submittedAt))"))
    sheet.changes(changes, pack)
    try console.show(
      ["id": .string("\(intake.id)"), "since": .string("\(previous.id)"), "changes": .array(changes.map(\.json))], sheet
    )
  }
}
