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
    let clients =
      if let search {
        try await ClientLookup(at: desk).containing(search).filter { all || !$0.archived }
      } else {
        try await desk.clients(includingArchived: all, most: console.mostRead)
      }
    try console.list(
      clients, Client.columns, nothing: "No clients yet. Add one: plumbline client add NAME", inPages: true)
  }
}
