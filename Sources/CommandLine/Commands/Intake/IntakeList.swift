import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct IntakeList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List intakes, those with open red flags first.")

  @Flag(help: "Only those that wait for you.")
  var toReview = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intakes = try await desk.intakes(toReviewOnly: toReview).sorted(by: IntakeSummary.mostPressingFirst)
    try console.list(
      intakes, IntakeSummary.columns,
      nothing: toReview ? "Nothing to review." : "No intakes yet. Send a link: plumbline invite link CLIENT")
    if console.format == .table, let first = intakes.first(where: { $0.state != .accepted }) {
      console.next("plumbline intake show \(first.shortID)", "read \(first.clientName)'s")
    }
  }
}

extension IntakeSummary {
  static let columns: [Column<IntakeSummary>] = [
    Column("id", value: { .string($0.id.description) }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string($0.client.description) }),
    Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
    Column(
      "submitted_at", "Sent", rank: 1, value: { JSON($0.submittedAt) },
      shown: { StyledText(Moment.local($0.submittedAt)) }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column(
      "open_flags", "Red flags", value: { .integer($0.openFlags) },
      shown: { $0.openFlags == 0 ? "" : StyledText("! \($0.openFlags) \($0.highestUrgency?.rawValue ?? "")", .red) }),
    Column("highest_urgency", value: { JSON($0.highestUrgency?.rawValue) }),
    Column(
      "ordinal", "Form", rank: 2, value: { .integer($0.ordinal) },
      shown: { $0.ordinal == 1 ? "" : StyledText("later, no. \($0.ordinal)", .yellow) }),
  ]
}
