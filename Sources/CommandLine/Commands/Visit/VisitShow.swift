import ArgumentParser
import Records

struct VisitShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A visit, with what was added to it.")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console)
    try console.show(visit.json, visit.report)
  }
}
