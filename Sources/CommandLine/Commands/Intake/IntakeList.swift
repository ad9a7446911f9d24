import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct IntakeList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List intakes, those that wait for you first.")

  @Flag(help: "Only those that wait for you.")
  var toReview = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let all = try await desk.intakes(toReviewOnly: toReview, most: console.mostRead)
    let waiting = all.filter(\.state.waitsForReview).sorted(by: IntakeSummary.mostPressingFirst)
    let intakes = waiting + all.filter { !$0.state.waitsForReview }
    try console.list(
      intakes, IntakeSummary.columns,
      nothing: toReview ? "Nothing to review." : "No intakes yet. Send a link: plumbline invite link CLIENT",
      inPages: true)
    if console.format == .table, let first = intakes.first(where: { $0.state != .accepted }) {
      console.next("plumbline intake show \(first.shortID)", "read \(first.clientName)'s")
    }
  }
}

extension IntakeSummary {
  /// The day on which the form was sent. One that was typed in later than it is dated says both.
  private var whenSent: String {
    guard let datedOn, let typedIn = try? CalendarDate.local(submittedAt), datedOn < typedIn else {
      return Moment.local(submittedAt)
    }
    return "\(Moment.day(datedOn)), typed in \(Moment.localDay(submittedAt))"
  }

  static let columns: [Column<IntakeSummary>] = [
    Column("id", value: { .string($0.id.description) }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string($0.client.description) }),
    Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
    Column(
      "submitted_at", "Sent", rank: 1, value: { JSON($0.submittedAt) },
      shown: { StyledText($0.whenSent) }),
    Column("dated_on", value: { JSON($0.datedOn) }),
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
