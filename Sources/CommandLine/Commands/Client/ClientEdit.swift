import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ClientEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Correct a client's name or contact.",
    discussion: """
      Without options your editor opens. An empty value clears a field.
      Example: plumbline client edit k7f3 --set phone="+351 912 345 678" --set email=
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(
    name: .customLong("set"), help: ArgumentHelp("full_name, email, phone or birth_date.", valueName: "field=value"))
  var changes: [String] = []
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let changes = try changes.isEmpty ? edited(client, console) : Self.read(changes, console)
    let listed = changes.map { "\($0.key.rawValue): \($0.value ?? "cleared")" }.sorted()
    guard !changes.isEmpty else { throw CommandError(.cancelled, "nothing was changed.") }
    guard !console.dryRun else {
      return try console.wouldDo("change \(client.label)", ["changes": JSON(listed)])
    }
    let changed = try await desk.editClient(client, changes)
    try console.say(changed.json, "\(changed.fullName) changed: \(listed.joined(separator: ", ")).")
    console.next("plumbline undo", "takes it back")
  }

  private static func read(_ lines: [String], _ console: Console) throws -> [Client.Detail: String?] {
    try lines.reduce(into: [:]) { changes, line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let detail = Client.Detail(rawValue: parts[0].trimmed) else {
        throw CommandError(
          .usage, "“\(line)” is not FIELD=VALUE.",
          why: "Fields: \(Client.Detail.allCases.map(\.rawValue).joined(separator: ", "))",
          next: "plumbline help client edit")
      }
      let value = parts[1].trimmed
      if !value.isEmpty { try detail.check(value, console) }
      changes.updateValue(value.isEmpty ? nil : value, forKey: detail)
    }
  }

  private func edited(_ client: Client, _ console: Console) throws -> [Client.Detail: String?] {
    guard console.mayAsk else {
      var required = RequiredOptions()
      required.require(changes.first, "--set FIELD=VALUE")
      try required.check("client edit")
      return [:]
    }
    let before = Client.Detail.allCases.map { "\($0.rawValue) = \(client.text(of: $0))" }
    let text =
      "\(Editor.guidance) \(client.label). An empty value clears a field.\n" + before.joined(separator: "\n") + "\n"
    return try Editor(console).edit(text, named: "client.txt") { saved in
      let lines = saved.split(whereSeparator: \.isNewline).map(String.init).filter { !before.contains($0) }
      return try Self.read(lines, console)
    }
  }
}
