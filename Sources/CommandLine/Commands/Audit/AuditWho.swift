import ArgumentParser
import Clinical
import JSON
import Records

struct AuditWho: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Who has looked at a client's record, in plain words, to give to the client.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    try console.list(try await desk.accesses(to: "\(client.id)"), AuditAccess.columns, nothing: "Nobody yet.")
  }
}

extension AuditAccess {
  static let columns: [Column<AuditAccess>] = [
    Column("who", "Who", value: { .string($0.who) }, shown: { StyledText($0.who, .bold) }),
    Column("verb", "What", value: { .string($0.verb) }, shown: { StyledText(AuditVerb.words($0.verb)) }),
    Column("times", "Times", alignment: .right, value: { .integer($0.times) }),
    Column("first_at", "First", rank: 1, value: { JSON($0.firstAt) }, shown: { StyledText(Moment.local($0.firstAt)) }),
    Column("last_at", "Last", value: { JSON($0.lastAt) }, shown: { StyledText(Moment.local($0.lastAt)) }),
  ]
}
