import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PractitionerList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Who works in your practice; for the operator, in every practice.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    do {
      try list(try await desk.practitioners(), console)
    } catch Refusal.notAllowed(let sentence) {
      guard let members = try? await Operator(desk.database).practitioners() else {
        throw Refusal.notAllowed(sentence)
      }
      try console.list(members, PracticeMember.columns, nothing: "Nobody yet.")
    }
  }

  private func list(_ colleagues: [Colleague], _ console: Console) throws {
    try console.list(
      colleagues,
      [
        Column("id", value: { .string("\($0.id)") }),
        Column("name", "Name", value: { .string($0.displayName) }, shown: { StyledText($0.displayName, .bold) }),
        Column("owner", "", value: { .bool($0.isOwner) }, shown: { $0.isOwner ? "owner" : "" }),
        Column(
          "active", "State", value: { .bool($0.active) }, shown: { $0.active ? "✓ active" : StyledText("· left", .dim) }
        ),
        Column("clients", "Clients", alignment: .right, value: { JSON($0.clients) }),
        Column("role", "Role", rank: 1, value: { .string($0.login) }),
        Column("valid_until", "Until", rank: 2, value: { JSON($0.validUntil) }),
      ], nothing: "Nobody yet.")
  }
}

extension PracticeMember {
  /// As the operator sees them, who knows no client.
  static let columns: [Column<PracticeMember>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("name", "Name", value: { .string($0.displayName) }, shown: { StyledText($0.displayName, .bold) }),
    Column("practice", "Practice", value: { .string($0.practiceName) }),
    Column("owner", "", value: { .bool($0.isOwner) }, shown: { $0.isOwner ? "owner" : "" }),
    Column(
      "active", "State", value: { .bool($0.active) }, shown: { $0.active ? "✓ active" : StyledText("· left", .dim) }),
    Column("role", "Role", rank: 1, value: { .string($0.login) }),
    Column("valid_until", "Until", rank: 2, value: { JSON($0.validUntil) }),
  ]
}

struct PractitionerTransfer: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Give all clients of one therapist to another; for the owner.")

  @Argument(help: "Whose clients.")
  var from: String
  @Argument(help: "Who takes them over.")
  var to: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let everyone = try await desk.practitioners()
    let (giver, taker) = (try everyone.find(from, console), try everyone.find(to, console))
    let (from, to) = (giver.displayName, taker.displayName)
    try console.confirm("Give all clients of \(from) to \(to)?")
    let count = try await desk.perform(dryRun: console.dryRun) {
      try await desk.transferClients(from: "\(giver.id)", to: "\(taker.id)")
    }
    guard !console.dryRun else { return try console.wouldDo("give \(count.counted("client")) of \(from) to \(to)") }
    try console.say(
      ["from": .string(from), "to": .string(to), "clients": .integer(count)],
      "\(to) took over \(count.counted("client")) of \(from).")
  }
}

struct PractitionerDeactivate: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "deactivate", abstract: "End a therapist's login and sessions; for the owner.",
    discussion: "Somebody has to take over the clients. To be sure, type the name again, or give it with --confirm.")

  @Argument(help: "Who leaves.")
  var practitioner: String
  @Option(help: ArgumentHelp("Who takes over the clients.", valueName: "name"))
  var successor: String?
  @Option(help: ArgumentHelp("The name of who leaves, again.", valueName: "name"))
  var confirm: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(successor, "--successor NAME")
    if !mayAsk, !writing.dryRun { required.require(confirm, "--confirm NAME, the name of who leaves again") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    guard let successor else { return }
    let everyone = try await desk.practitioners()
    let leaver = try everyone.find(practitioner, console)
    let heir = try everyone.find(successor, console)
    let (name, heirName) = (leaver.displayName, heir.displayName)
    let practitioners = Practitioners(at: desk)
    if let confirm, !heir.isCalled(successor) {
      throw CommandError(
        .usage, "“\(successor)” is only a part of a name. Is \(heirName) meant?",
        next: "plumbline practitioner deactivate \(practitioner.quotedForShell) --successor \(heirName.quotedForShell) "
          + "--confirm \(confirm.quotedForShell)")
    }
    guard !console.dryRun else {
      let count = try await practitioners.deactivate(leaver, successor: heir, dryRun: true)
      return try console.wouldDo("end the login of \(name) and give \(count.counted("client")) to \(heirName)")
    }
    // In full: the beginning of a name may be another's by now.
    let question = "\(heirName) takes over every client. Type \(name) to go on (--confirm):"
    let typed = confirm ?? Prompt(console).line(question) ?? ""
    guard leaver.isCalled(typed) else {
      throw CommandError(.cancelled, "“\(typed)” is not \(name); nothing was done.")
    }
    let count = try await practitioners.deactivate(leaver, successor: heir, dryRun: false)
    try console.say(
      ["practitioner": .string(name), "successor": .string(heirName), "clients": .integer(count)],
      "\(name) can no longer log in; \(heirName) took over \(count.counted("client")).")
  }
}
