import ArgumentParser
import Interchange
import Records

struct ExportVCard: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "vcard", abstract: "Clients as vCards, for a telephone's address book.",
    discussion: """
      Name, e-mail, phone and date of birth, and nothing about their health. plumbline client import takes vCards in.
      Example: plumbline export vcard --all -o clients.vcf
      """)

  @Argument(help: .client, completion: .clients)
  var client: String?
  @Flag(help: "Everyone whom you may see, but for archived clients.")
  var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let clients = try await desk.find(client, orAll: all, console)
    try console.emit(clients.map { ClientCard($0).text }.joined())
  }
}
