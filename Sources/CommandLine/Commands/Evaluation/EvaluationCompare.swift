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
      var sheet = Sheet()
      sheet.title(
        Inked(client.fullName, .bold),
        Inked("\(Moment.localDay(compared.before.recordedAt)) → \(Moment.localDay(compared.after.recordedAt))"))
      console.output.write(sheet.text(width: console.width, colour: console.output.colour).utf8)
    }
    try console.list(
      changes, FindingChange.fields(compared.pack, series: compared.series),
      nothing: "Nothing changed.")
    let unchanged = compared.changes.count - changes.count
    if unchanged > 0 { console.note("\(unchanged) unchanged. All: --all") }
  }
}

extension FindingChange {
  /// - Parameter series: every evaluation of the client, oldest first, for the line of blocks.
  static func fields(_ pack: ContentPack, series: [Evaluation]) -> [Field<FindingChange>] {
    [
      Field("finding", value: { .string($0.finding.rawValue) }),
      Field("name", "Finding", value: { .string(pack.finding($0.finding)?.plainName ?? $0.finding.rawValue) }),
      Field("side", "Side", value: { JSON($0.side?.rawValue) }),
      Field(
        "before", "Before", alignment: .right, value: { $0.before?.json ?? .null },
        shown: { Inked($0.text($0.before, pack)) }),
      Field(
        "after", "After", alignment: .right, value: { $0.after?.json ?? .null },
        shown: { Inked($0.text($0.after, pack)) }),
      Field("trend", "Trend", rank: 2, value: { .string($0.trend(series, pack)) }),
      Field("weight", value: { .string($0.weight.rawValue) }),
      Field("difference", value: { $0.difference.map { JSON(number: $0) } ?? .null }),
      Field("words", "Change", value: { .string($0.words) }, shown: { Inked($0.words, $0.direction.ink) }),
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
