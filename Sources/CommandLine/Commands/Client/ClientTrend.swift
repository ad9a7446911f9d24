import ArgumentParser
import Care
import Clinical
import Installation
import JSON
import Records

struct ClientTrend: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Pain, function and findings over time, with their numbers.",
    discussion: """
      From every intake that was not returned, every check-in, and every signed evaluation. Whether a change matters is said where a \
      threshold or a measurement error is known.
      Example: plumbline client trend k7f3 --json
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Flag(help: "Also what was taken only once.")
  var all = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    let (measures, findings) = Trend.all(
      try await desk.intakes(of: client.id), try await desk.checkIns(of: client.id),
      try await desk.evaluations(of: client.id), by: try ShareDirectory.contentPack())
    let trends = measures + findings
    let again = trends.filter { $0.points.count > 1 }
    // On a terminal the single measurements are added when nothing else can be shown; programs get what they asked for.
    let hasOnlyFirsts = again.isEmpty && console.format == .table
    let shown = all || hasOnlyFirsts ? trends : again
    try console.list(shown, Trend.columns + (hasOnlyFirsts ? [Trend.day] : []), nothing: "Nothing was taken yet.")
    if hasOnlyFirsts, !trends.isEmpty {
      console.note("Nothing was taken twice yet, so there is no trend to see.")
    } else if shown.count < trends.count {
      console.note("\(trends.count - shown.count) taken only once. All: --all")
    }
  }
}
