import ArgumentParser
import Care
import Records

struct IntakeShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "An intake, red flags first.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let pack = try await desk.content(intake.contentVersion)
    try console.show(intake.json(pack), intake.report(pack, console))
    if !intake.openFlags.isEmpty {
      console.next("plumbline intake review \(intake.shortID)", "acknowledge each red flag")
    } else if intake.state.waitsForReview {
      console.next("plumbline intake accept \(intake.shortID)", "take it into the record")
    }
  }
}
