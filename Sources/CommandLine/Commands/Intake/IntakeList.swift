import ArgumentParser
import Clinical
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
