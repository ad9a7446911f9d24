import ArgumentParser
import Clinical
import JSON
import Records

struct ClientRestore: WritingCommand {
  static let configuration = CommandConfiguration(commandName: "restore", abstract: "Bring an archived client back.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    try await desk.perform(dryRun: console.dryRun) { try await desk.restoreClient("\(client.id)") }
    guard !console.dryRun else { return try console.wouldDo("restore \(client.label)") }
    try console.say(["id": .string("\(client.id)"), "archived": false], "\(client.label) is back.")
  }
}
