import ArgumentParser
import Clinical
import JSON
import Records

struct InviteList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List invitations: who has opened, started, sent.")

  @Flag(help: "Only those that still wait for the client.")
  var open = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let invites = try await desk.invites(openOnly: open, most: console.mostRead)
    try console.list(invites, Invite.columns, nothing: "None. Make one: plumbline invite link CLIENT", inPages: true)
  }
}

extension Invite.State {
  /// Whether the client can still send the form.
  var isOpen: Bool { [.created, .opened, .started].contains(self) }

  var styled: StyledText {
    switch self {
    case .created: "○ sent"
    case .opened: "○ opened"
    case .started: "○ started"
    case .submitted: StyledText("✓ submitted", .green)
    case .expired: StyledText("! expired", .yellow)
    case .revoked: StyledText("✗ revoked", .dim)
    }
  }
}

extension Invite {
  static let columns: [Column<Invite>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string("\($0.client)") }),
    Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column(
      "created_at", "Made", rank: 2, value: { JSON($0.createdAt) }, shown: { StyledText(Moment.local($0.createdAt)) }),
    Column(
      "expires_at", "Until", rank: 1, value: { JSON($0.expiresAt) }, shown: { StyledText(Moment.local($0.expiresAt)) }),
  ]
}
