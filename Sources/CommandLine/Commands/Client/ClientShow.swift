import ArgumentParser
import Records

struct ClientShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One client on one page.")

  @Argument(help: .client)
  var client: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    try console.show(client.json, client.sheet)
  }
}
