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
    try console.list(try await desk.accesses(to: "\(client.id)"), AuditAccess.fields, nothing: "Nobody yet.")
  }
}

extension AuditAccess {
  static let fields: [Field<AuditAccess>] = [
    Field("who", "Who", value: { .string($0.who) }, shown: { Inked($0.who, .bold) }),
    Field("verb", "What", value: { .string($0.verb) }, shown: { Inked(AuditVerb.words($0.verb)) }),
    Field("times", "Times", alignment: .right, value: { .integer($0.times) }),
    Field("first_at", "First", rank: 1, value: { JSON($0.firstAt) }, shown: { Inked(Moment.local($0.firstAt)) }),
    Field("last_at", "Last", value: { JSON($0.lastAt) }, shown: { Inked(Moment.local($0.lastAt)) }),
  ]
}
