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
    let invites = try await desk.invites().filter { !open || $0.state.isOpen }
    try console.list(invites, Invite.fields, nothing: "None. Make one: plumbline invite link CLIENT")
  }
}

extension Invite.State {
  /// The client may still send the form.
  var isOpen: Bool { [.created, .opened, .started].contains(self) }

  var inked: Inked {
    switch self {
    case .created: "○ sent"
    case .opened: "○ opened"
    case .started: "○ started"
    case .submitted: Inked("✓ submitted", .green)
    case .expired: Inked("! expired", .yellow)
    case .revoked: Inked("✗ revoked", .dim)
    }
  }
}

extension Invite {
  static let fields: [Field<Invite>] = [
    Field("id", value: { .string("\($0.id)") }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("client", value: { .string("\($0.client)") }),
    Field("client_name", "Client", value: { .string($0.clientName) }, shown: { Inked($0.clientName, .bold) }),
    Field("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.inked }),
    Field("created_at", "Made", rank: 2, value: { JSON($0.createdAt) }, shown: { Inked(Moment.local($0.createdAt)) }),
    Field("expires_at", "Until", rank: 1, value: { JSON($0.expiresAt) }, shown: { Inked(Moment.local($0.expiresAt)) }),
  ]
}
