import ArgumentParser
import Clinical
import JSON
import Records

struct CheckInList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List check-ins, newest first.",
    discussion: "With a client also how strong the pain was and on how many days the plan was done.")

  @Argument(help: "Only this client's.", completion: .clients)
  var client: String?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard let client else {
      return try console.list(
        try await desk.checkInIndex(most: console.mostRead), CheckInSummary.columns,
        nothing: "None yet. They come from the page of a plan: plumbline plan link CLIENT", inPages: true)
    }
    let one = try await desk.find(client, console)
    try console.list(
      try await desk.checkIns(of: one.id), CheckIn.columns,
      nothing: "None yet. They come from the page of a plan: plumbline plan link \(one.shortID)")
  }
}

extension CheckInSummary {
  static let columns: [Column<CheckInSummary>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string("\($0.client)") }),
    Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
    Column("plan", value: { .string("\($0.plan)") }),
    Column(
      "submitted_at", "Told", rank: 1, value: { JSON($0.submittedAt) },
      shown: { StyledText(Moment.local($0.submittedAt)) }),
    Column("form", "Form", rank: 3, value: { .string($0.kind.rawValue) }),
    Column(
      "open_flags", "Flags", value: { .integer($0.openFlags) },
      shown: { $0.openFlags == 0 ? "" : StyledText("! \($0.openFlags)", .red) }),
    Column(
      "read", "Read", rank: 2, value: { .bool($0.readAt != nil) },
      shown: { $0.readAt == nil ? "○ not yet" : StyledText("✓ \($0.readBy ?? "")", .green) }),
  ]
}
