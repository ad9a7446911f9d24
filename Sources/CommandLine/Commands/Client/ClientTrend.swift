import ArgumentParser
import Clinical
import JSON
import Records

struct ClientTrend: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Pain and findings over time, with their numbers.",
    discussion: """
      From every intake that was not returned, and every signed evaluation. Whether a change matters is said where a \
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
    let (measures, findings) = try Trend.all(
      try await desk.intakes(of: client.id), try await desk.evaluations(of: client.id))
    let trends = measures + findings
    let again = trends.filter { $0.points.count > 1 }
    // A person who looks is told what there is; a program gets what it asked for.
    let hasOnlyFirsts = again.isEmpty && console.format == .table
    let shown = all || hasOnlyFirsts ? trends : again
    try console.list(shown, Trend.fields + (hasOnlyFirsts ? [Trend.day] : []), nothing: "Nothing was taken yet.")
    if hasOnlyFirsts, !trends.isEmpty {
      console.note("Nothing was taken twice yet, so there is no trend to see.")
    } else if shown.count < trends.count {
      console.note("\(trends.count - shown.count) taken only once. All: --all")
    }
  }
}

extension Trend {
  static let fields: [Field<Trend>] = [
    Field("id", value: { .string($0.id) }),
    Field("name", "What", value: { .string($0.name) }),
    Field("side", "Side", value: { JSON($0.side?.rawValue) }),
    Field("first", value: { JSON(number: $0.points.first?.value ?? 0) }),
    Field("last", value: { JSON(number: $0.points.last?.value ?? 0) }),
    Field("trend", "Over time", value: { .string($0.line) }),
    Field("unit", "Unit", rank: 3, value: { .string($0.unit) }),
    Field("change", "Change", rank: 1, value: { .string($0.change) }, shown: { Inked($0.change, $0.ink) }),
    Field(
      "points",
      value: { .array($0.points.map { ["at": JSON($0.at), "value": JSON(number: $0.value)] }) }),
  ]

  /// When what was taken only once was taken.
  static let day = Field<Trend>(
    "taken_at", "Taken", value: { JSON($0.points.last?.at) },
    shown: { Inked($0.points.last.map { Moment.localDay($0.at) } ?? "") })

  var json: JSON { JSON(self, Self.fields) }
}
