import ArgumentParser
import Clinical
import Records

struct VisitList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a client's visits, newest first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    try console.list(
      try await desk.visits(of: client.id), Visit.columns,
      nothing: "None yet. Write one down: plumbline visit new \(client.shortID)")
  }
}
