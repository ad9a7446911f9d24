import ArgumentParser

struct ClientGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "The people you care for.",
    subcommands: [ClientAdd.self, ClientList.self, ClientShow.self])
}
