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
    let plans = try await desk.planIndex(of: one?.id, most: console.mostRead)
    try console.list(
      plans, PlanSummary.columns, nothing: "No plans yet. Draft one: plumbline plan new CLIENT", inPages: true)
  }
}

extension PlanSummary {
  static let columns: [Column<PlanSummary>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string("\($0.client)") }),
    Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column("items", "Items", rank: 1, alignment: .right, value: { .integer($0.itemCount) }),
    Column(
      "created_at", "Made", rank: 3, value: { JSON($0.createdAt) }, shown: { StyledText(Moment.localDay($0.createdAt)) }
    ),
    Column(
      "issued_at", "Issued", rank: 2, value: { JSON($0.issuedAt) },
      shown: { StyledText($0.issuedAt.map(Moment.localDay) ?? "") }),
    Column("content_version", value: { .string($0.contentVersion) }),
  ]
}
