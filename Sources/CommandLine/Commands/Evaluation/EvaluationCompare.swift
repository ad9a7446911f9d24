import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct EvaluationCompare: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What changed between two evaluations, and whether it is more than noise.",
    discussion: "By default the client's newest one with the one before. --with first compares with the first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("first, last, or an evaluation's id.", valueName: "which"))
  var with: String = "last"
  @Flag(help: "Also what did not change.")
  var all = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    let compared = try await Evaluations(at: desk).compare(client, with: with)
    let changes = compared.changes.filter { all || console.isForPrograms || $0.weight != .unchanged }
    if console.format == .table {
      var report = Report()
      report.title(
        StyledText(client.fullName, .bold),
        StyledText("\(Moment.localDay(compared.before.recordedAt)) → \(Moment.localDay(compared.after.recordedAt))"))
      try console.output.write(report.text(width: console.width, colour: console.output.colour).utf8)
    }
    try console.list(
      changes, FindingChange.columns(compared.pack, series: compared.series),
      nothing: "Nothing changed.")
    let unchanged = compared.changes.count - changes.count
    if unchanged > 0 { console.note("\(unchanged) unchanged. All: --all") }
  }
}

extension FindingChange {
  /// - Parameter series: every evaluation of the client, oldest first, for the sparkline.
  static func columns(_ pack: ContentPack, series: [Evaluation]) -> [Column<FindingChange>] {
    [
      Column("finding", value: { .string($0.finding.rawValue) }),
      Column("name", "Finding", value: { .string(pack.finding($0.finding)?.plainName ?? $0.finding.rawValue) }),
      Column("side", "Side", value: { JSON($0.side?.rawValue) }),
      Column(
        "before", "Before", alignment: .right, value: { $0.before?.json ?? .null },
        shown: { StyledText($0.text($0.before, pack)) }),
      Column(
        "after", "After", alignment: .right, value: { $0.after?.json ?? .null },
        shown: { StyledText($0.text($0.after, pack)) }),
      Column("trend", "Trend", rank: 2, value: { .string($0.trend(series, pack)) }),
      Column("weight", value: { .string($0.weight.rawValue) }),
      Column("difference", value: { $0.difference.map { JSON(number: $0) } ?? .null }),
      Column("words", "Change", value: { .string($0.words) }, shown: { StyledText($0.words, $0.direction.style) }),
    ]
  }

  private func text(_ value: FindingValue?, _ pack: ContentPack) -> String {
    pack.finding(finding).flatMap { definition in value?.words(of: definition) } ?? ""
  }

  private func trend(_ series: [Evaluation], _ pack: ContentPack) -> String {
    let values = series.compactMap { $0.findings[finding]?.number(on: side) }
    guard values.count > 1, let lowest = values.min(), let highest = values.max() else { return "" }
    return Sparkline.draw(values, scale: lowest...highest)
  }
}
