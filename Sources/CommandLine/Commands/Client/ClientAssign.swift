import ArgumentParser
import Care
import Clinical
import Records

struct ClientAssign: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give a client to a colleague.",
    discussion: "To let a colleague see a client for a while: plumbline client share")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Argument(help: .colleague)
  var practitioner: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let everyone = try await desk.practitioners()
    let colleague = try everyone.find(practitioner, console)
    try everyone.confirm(
      colleague, called: practitioner, "Give \(client.label) to \(colleague.displayName)?",
      "plumbline client assign \(client.shortID) \(colleague.displayName.quotedForShell)", console)
    let assigned = try await Clients(at: desk).handOver(client, to: colleague, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("assign \(client.label) to \(assigned.practitioner)") }
    try console.say(assigned.json, "\(client.label) is now \(assigned.practitioner)'s.")
    console.next("plumbline undo", "takes it back")
  }
}
