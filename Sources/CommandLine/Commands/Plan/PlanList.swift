import ArgumentParser
import Clinical
import JSON
import Records

struct PlanList: ListingCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List plans, newest first.")

  @Argument(help: "Only this client's.", completion: .clients)
  var client: String?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let one: Client? = if let client { try await desk.find(client, console) } else { nil }
    let plans = try await desk.planIndex(of: one?.id)
    try console.list(plans, PlanSummary.fields, nothing: "No plans yet. Draft one: plumbline plan new CLIENT")
  }
}

extension PlanSummary {
  static let fields: [Field<PlanSummary>] = [
    Field("id", value: { .string("\($0.id)") }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("client", value: { .string("\($0.client)") }),
    Field("client_name", "Client", value: { .string($0.clientName) }, shown: { Inked($0.clientName, .bold) }),
    Field("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.inked }),
    Field("items", "Items", rank: 1, alignment: .right, value: { .integer($0.itemCount) }),
    Field(
      "created_at", "Made", rank: 3, value: { JSON($0.createdAt) }, shown: { Inked(Moment.localDay($0.createdAt)) }),
    Field(
      "issued_at", "Issued", rank: 2, value: { JSON($0.issuedAt) },
      shown: { Inked($0.issuedAt.map(Moment.localDay) ?? "") }),
    Field("content_version", value: { .string($0.contentVersion) }),
  ]
}
