import ArgumentParser
import Care
import Records

struct ClientList: ListingCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List your clients.")

  @Flag(help: "Archived ones too.")
  var all = false
  @Option(help: "Only those whose name, e-mail or phone has these words.")
  var search: String?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let clients = try await desk.clients(includingArchived: all)
    let found = search.map { ClientLookup(clients: clients).containing($0) } ?? clients
    try console.list(found, Client.fields, nothing: "No clients yet. Add one: plumbline client add NAME")
  }
}
