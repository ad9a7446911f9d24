import ArgumentParser
import Care
import JSON
import Records

struct IntakeShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "An intake, red flags first.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let pack = try await desk.content(intake.contentVersion)
    let notices = try await desk.notices(of: "\(intake.client)")
    let client = notices.isEmpty ? "" : try await desk.client("\(intake.client)").shortID
    try console.show(
      intake.json(pack).adding(["notices": notices.json]),
      intake.report(pack, console, notices: notices, of: client))
    if !intake.openFlags.isEmpty {
      console.next("plumbline intake review \(intake.shortID)", "acknowledge each red flag")
    } else if intake.state.waitsForReview {
      console.next("plumbline intake accept \(intake.shortID)", "take it into the record")
    }
  }
}
