import ArgumentParser
import Clinical
import JSON
import Records

struct AuditList: ListingCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List what was done, newest first.")

  @Option(help: ArgumentHelp("Only what concerns this client.", valueName: "client"))
  var client: String?
  @Option(help: ArgumentHelp("Only what this practitioner did.", valueName: "name"))
  var who: String?
  @Option(help: ArgumentHelp("Only since this day.", valueName: "yyyy-mm-dd"), transform: TypedDay.past)
  var since: TypedDay?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let one: Client? = if let client { try await desk.find(client, console, writing: true) } else { nil }
    let entries = try await desk.auditEntries(
      client: one?.id, who: who, since: since?.day.startOfDay, most: console.mostRead)
    try console.list(entries, AuditEntry.columns, nothing: "Nothing recorded yet.", inPages: true)
  }
}

extension AuditEntry {
  static let columns: [Column<AuditEntry>] = [
    Column("sequence", "No.", rank: 3, alignment: .right, value: { .integer($0.sequence) }),
    Column("at", "When", value: { JSON($0.at) }, shown: { StyledText(Moment.local($0.at)) }),
    Column("who", "Who", value: { .string($0.who) }),
    Column("verb", "What", value: { .string($0.verb) }, shown: { StyledText(AuditVerb.words($0.verb)) }),
    Column("target", "Record", rank: 2, value: { JSON($0.target.map { RecordID<AuditEntry>($0).description }) }),
    Column("reason", "Reason", rank: 1, value: { JSON($0.reason) }),
  ]
}
