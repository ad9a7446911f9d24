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
      intakes, IntakeSummary.fields,
      nothing: toReview ? "Nothing to review." : "No intakes yet. Send a link: plumbline invite link CLIENT")
    if console.format == .table, let first = intakes.first(where: { $0.state != .accepted }) {
      console.next("plumbline intake show \(first.shortID)", "read \(first.clientName)'s")
    }
  }
}

extension IntakeSummary {
  static let fields: [Field<IntakeSummary>] = [
    Field("id", value: { .string($0.id.description) }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("client", value: { .string($0.client.description) }),
    Field("client_name", "Client", value: { .string($0.clientName) }, shown: { Inked($0.clientName, .bold) }),
    Field(
      "submitted_at", "Sent", rank: 1, value: { JSON($0.submittedAt) }, shown: { Inked(Moment.local($0.submittedAt)) }),
    Field("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.inked }),
    Field(
      "open_flags", "Red flags", value: { .integer($0.openFlags) },
      shown: { $0.openFlags == 0 ? "" : Inked("! \($0.openFlags) \($0.highestUrgency?.rawValue ?? "")", .red) }),
    Field("highest_urgency", value: { JSON($0.highestUrgency?.rawValue) }),
  ]
}
