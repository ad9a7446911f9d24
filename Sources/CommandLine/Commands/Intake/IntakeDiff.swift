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
    var report = Report()
    report.title(
      StyledText(intake.clientName, .bold), StyledText(intake.shortID, .cyan),
      StyledText("since \(Moment.localDay(previous.submittedAt))"))
    report.changes(changes, pack)
    try console.show(
      ["id": .string("\(intake.id)"), "since": .string("\(previous.id)"), "changes": .array(changes.map(\.json))],
      report
    )
  }
}
