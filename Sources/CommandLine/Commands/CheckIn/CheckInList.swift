import ArgumentParser
import Records

struct CheckInList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a client's check-ins, newest first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    try console.list(
      try await desk.checkIns(of: client.id), CheckIn.columns,
      nothing: "None yet. They come from the page of a plan: plumbline plan link \(client.shortID)")
  }
}
