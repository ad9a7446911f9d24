import ArgumentParser
import Clinical
import JSON
import Records

struct OutboxList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages, newest first.",
    discussion: "Messages of your clients, and those that tell you that something needs you.")

  @Argument(help: "Only those to this client.", completion: .clients)
  var client: String?
  @Flag(help: "Only those that are still to be sent.")
  var waiting = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    var about: Client?
    if let client { about = try await desk.find(client, console) }
    let messages = try await desk.messages(to: about?.id, waitingOnly: waiting, most: console.mostRead)
    try console.list(messages, Message.columns, nothing: "None. Send one: plumbline invite send CLIENT", inPages: true)
  }
}

struct OutboxShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a message: its words, and what became of it.")

  @Argument(help: .message)
  var message: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let message = try await desk.message(message)
    let words = try await LetterPreview(at: desk).words(message.kind, message.visit, by: message.channel)
    var report = Report()
    report.fact("Message", message.shortID)
    report.fact("To", message.clientName ?? "you")
    report.fact("About", message.kind.words)
    report.fact("By", message.channel.rawValue)
    report.fact("State", message.state.rawValue + (message.reason.map { ": \($0)" } ?? ""))
    report.fact("Tries", String(message.tries))
    if message.state == .waiting { report.fact("Next try", Moment.local(message.nextTryAt)) }
    if let handedOverAt = message.handedOverAt { report.fact("Handed over", Moment.local(handedOverAt)) }
    for line in words.split(separator: "\n") { report.paragraph(String(line), marker: "│") }
    let facts = Message.columns.map { JSON.Member($0.name, $0.value(message)) }
    try console.show(JSON.object(facts).adding(["words": .string(words)]), report)
  }
}

extension ArgumentHelp {
  static let message: ArgumentHelp = "A message, by the beginning of its id (eight characters)."
}

extension Message.State {
  fileprivate var styled: StyledText {
    switch self {
    case .waiting: "○ waiting"
    case .sent: StyledText("✓ sent", .green)
    case .failed: StyledText("! failed", .yellow)
    case .bounced: StyledText("! came back", .yellow)
    case .cancelled: StyledText("· cancelled", .dim)
    }
  }
}

extension Message {
  static let columns: [Column<Message>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { $0.client.map { .string("\($0)") } ?? .null }),
    Column(
      "client_name", "To", value: { $0.clientName.map(JSON.string) ?? .null },
      shown: { StyledText($0.clientName ?? "you", .bold) }),
    Column("kind", "About", value: { .string($0.kind.rawValue) }, shown: { StyledText($0.kind.words) }),
    Column("channel", "By", rank: 3, value: { .string($0.channel.rawValue) }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column("reason", "Why", rank: 2, value: { $0.reason.map(JSON.string) ?? .null }),
    Column("tries", value: { .integer($0.tries) }),
    Column(
      "due_at", "Due", rank: 1, value: { JSON($0.nextTryAt) },
      shown: { StyledText($0.state == .waiting ? Moment.local($0.nextTryAt) : "") }),
    Column(
      "handed_over_at", "Handed over", rank: 1, value: { JSON($0.handedOverAt) },
      shown: { StyledText($0.handedOverAt.map(Moment.local) ?? "") }),
  ]
}
