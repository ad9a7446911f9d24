import ArgumentParser
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
    let records = try await desk.evaluations(of: client.id).sorted { $0.recordedAt > $1.recordedAt }
    guard records.count > 1 else {
      throw CommandError(
        .notFound, "\(client.label) has \(records.isEmpty ? "no evaluation" : "only one evaluation").",
        next: "plumbline evaluation new \(client.shortID)")
    }
    let before = try earlier(of: records)
    let pack = try await desk.content(records[0].contentVersion)
    let answers = try await desk.acceptedIntake(of: client.id)?.answers ?? Answers()
    let compared = pack.compare(before.evaluation, records[0].evaluation, answers: answers)
    let changes = compared.filter { all || console.isForPrograms || $0.weight != .unchanged }
    if console.format == .table {
      var sheet = Sheet()
      sheet.title(
        Inked(client.fullName, .bold),
        Inked("\(Moment.localDay(before.recordedAt)) → \(Moment.localDay(records[0].recordedAt))"))
      console.output.write(sheet.text(width: console.width, colour: console.output.colour).utf8)
    }
    try console.list(
      changes, FindingChange.fields(pack, series: records.reversed().map(\.evaluation)),
      nothing: "Nothing changed.")
    if changes.count < compared.count { console.note("\(compared.count - changes.count) unchanged. All: --all") }
  }

  private func earlier(of records: [EvaluationRecord]) throws -> EvaluationRecord {
    switch with {
    case "last": return records[1]
    case "first": return records[records.count - 1]
    default:
      guard let named = records.first(where: { $0.shortID == with || "\($0.id)" == with }) else {
        throw CommandError(
          .notFound, "this client has no evaluation “\(with)”.",
          why: records.map { "\($0.shortID), \(Moment.localDay($0.recordedAt))" },
          next: ["plumbline evaluation compare CLIENT --with first"])
      }
      return named
    }
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
      Field("words", "Change", value: { .string($0.words) }, shown: { Inked($0.words, $0.ink) }),
    ]
  }

  var ink: Ink {
    guard weight == .beyondError || weight == .notKnown, let severityBefore, let severityAfter else { return .dim }
    return severityAfter < severityBefore ? .green : severityAfter > severityBefore ? .yellow : .plain
  }

  private func text(_ value: FindingValue?, _ pack: ContentPack) -> String {
    pack.finding(finding).flatMap { definition in value?.text(definition) } ?? ""
  }

  private func trend(_ series: [Evaluation], _ pack: ContentPack) -> String {
    let values = series.compactMap { $0.findings[finding]?.number(on: side) }
    guard values.count > 1, let lowest = values.min(), let highest = values.max() else { return "" }
    return Sparkline.draw(values, scale: lowest...highest)
  }
}
