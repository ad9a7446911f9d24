import ArgumentParser
import Clinical
import JSON
import Records

struct ClientArchive: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Put a client away; nothing is lost.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: "Why.")
  var reason: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.archiveClient("\(client.id)", reason: reason)
    }
    guard !console.dryRun else { return try console.wouldDo("archive \(client.label)") }
    try console.say(["id": .string("\(client.id)"), "archived": true], "\(client.label) archived.")
    console.next("plumbline client restore \(client.shortID)", "restores the client")
  }
}
