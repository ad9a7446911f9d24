import ArgumentParser
import Clinical
import JSON
import Records

struct ClientErase: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Remove a client's records for ever.",
    discussion: """
      Refused while a rule or a legal hold keeps them; plumbline report retention says until when. Look first with -n. \
      It cannot be undone: type the short id, or give it with --confirm.
      """)

  @Argument(help: "Id or short id.", completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The client's short id, again.", valueName: "short-id"))
  var confirm: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    if console.dryRun {
      let counted = try await desk.eraseClient("\(client.id)", confirm: client.shortID, dryRun: true)
      return try console.wouldDo("erase \(client.label)", counted.json)
    }
    let typed = try confirm ?? ask(client, console)
    guard typed == client.shortID else {
      throw CommandError(
        .cancelled, "“\(typed)” is not the short id of \(client.label); nothing was erased.",
        next: "plumbline client erase \(client.shortID) --confirm \(client.shortID)")
    }
    let erased = try await desk.eraseClient("\(client.id)", confirm: typed, dryRun: false)
    try console.say(
      ["id": .string("\(client.id)"), "erased": erased.json],
      "\(client.shortID) erased: \(erased.map { "\($0.count) \($0.what)" }.joined(separator: ", ")).")
  }

  private func ask(_ client: Client, _ console: Console) throws -> String {
    guard console.mayAsk else {
      var required = RequiredOptions()
      required.require(confirm, "--confirm \(client.shortID)")
      try required.check("client erase")
      return ""
    }
    console.warn("\(client.label) and everything about them is removed for ever.")
    return Prompt(console).line("Type \(client.shortID) to go on (--confirm):") ?? ""
  }
}

extension [ErasedRecords] {
  fileprivate var json: JSON { .object(map { JSON.Member($0.what, .integer($0.count)) }) }
}
