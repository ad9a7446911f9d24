import ArgumentParser
import Clinical
import JSON
import Records

struct ClientShareCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Let a colleague see a client for a while.",
    discussion: "Example: plumbline client share k7f3 Jonas --until 2030-12-24")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Argument(help: .colleague)
  var practitioner: String?
  @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd"))
  var until: TypedDay?
  @Flag(help: "Take the share back.")
  var end = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    guard let practitioner else { return try await list(client, desk, console) }
    let everyone = try await desk.practitioners()
    let colleague = try everyone.find(practitioner, console)
    if end { return try await unshare(client, colleague, desk, console) }
    var required = RequiredOptions()
    required.require(until, "--until YYYY-MM-DD")
    try required.check("client share")
    guard let until = try until?.day, let end = until.endOfDay else { return }
    try everyone.confirm(
      colleague, called: practitioner, "Share \(client.label) with \(colleague.displayName) until \(until)?",
      "plumbline client share \(client.shortID) \(colleague.displayName.quotedForShell) --until \(until.iso)", console)
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.shareClient("\(client.id)", with: "\(colleague.id)", until: end)
    }
    guard !console.dryRun else {
      return try console.wouldDo("share \(client.label) with \(colleague.displayName) until \(until)")
    }
    try console.say(
      ["client": .string("\(client.id)"), "practitioner": .string(colleague.displayName), "until": .string(until.iso)],
      "\(colleague.displayName) may see \(client.label) until \(until).")
  }

  private func unshare(_ client: Client, _ colleague: Colleague, _ desk: Desk, _ console: Console) async throws {
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.unshareClient("\(client.id)", with: "\(colleague.id)")
    }
    guard !console.dryRun else { return try console.wouldDo("end \(colleague.displayName)'s share of \(client.label)") }
    try console.say(
      ["client": .string("\(client.id)"), "practitioner": .string(colleague.displayName), "until": nil],
      "\(colleague.displayName) no longer sees \(client.label).")
  }

  private func list(_ client: Client, _ desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.shares(of: "\(client.id)"), ClientShare.columns, nothing: "\(client.label) is shared with nobody.")
  }
}

extension ClientShare {
  static let columns: [Column<ClientShare>] = [
    Column("practitioner", "Colleague", value: { .string($0.practitioner) }),
    Column("until", "Until", value: { JSON($0.until) }, shown: { StyledText(Moment.local($0.until)) }),
    Column("granted_by", "By", rank: 2, value: { .string($0.grantedBy) }),
    Column(
      "granted_at", "Since", rank: 3, value: { JSON($0.grantedAt) }, shown: { StyledText(Moment.local($0.grantedAt)) }),
    Column("break_glass_reason", "Opened because", rank: 1, value: { JSON($0.breakGlassReason) }),
  ]
}
