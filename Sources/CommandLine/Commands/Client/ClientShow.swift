import ArgumentParser
import Records

struct ClientShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One client on one page.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    // Read through its own function: looking at a whole record is kept in the audit.
    let client = try await desk.client("\(try await desk.find(client, console).id)")
    try console.show(client.json, client.sheet)
  }
}
