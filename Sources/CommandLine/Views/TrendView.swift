import Care
import Clinical
import JSON

extension ChangeDirection {
  var style: StyledText.Style {
    switch self {
    case .better: .green
    case .worse: .yellow
    case .same: .plain
    case .unclear: .dim
    }
  }
}

extension Trend {
  var label: String { name + (side.map { ", \($0.rawValue)" } ?? "") }

  /// The values as blocks and as numbers: `▇▅▂  7 → 5 → 2`.
  var line: String {
    Sparkline.draw(points.map(\.value), scale: scale) + "  " + points.map(\.value.brief).joined(separator: " → ")
  }

  static let columns: [Column<Trend>] = [
    Column("id", value: { .string($0.id) }),
    Column("name", "What", value: { .string($0.name) }),
    Column("side", "Side", value: { JSON($0.side?.rawValue) }),
    Column("first", value: { JSON(number: $0.points.first?.value ?? 0) }),
    Column("last", value: { JSON(number: $0.points.last?.value ?? 0) }),
    Column("trend", "Over time", value: { .string($0.line) }),
    Column("unit", "Unit", rank: 3, value: { .string($0.unit) }),
    Column(
      "change", "Change", rank: 1, value: { .string($0.change) }, shown: { StyledText($0.change, $0.direction.style) }),
    Column(
      "points",
      value: { .array($0.points.map { ["at": JSON($0.at), "value": JSON(number: $0.value)] }) }),
  ]

  /// The time of the single measurement, if it was measured only once.
  static let day = Column<Trend>(
    "taken_at", "Taken", value: { JSON($0.points.last?.at) },
    shown: { StyledText($0.points.last.map { Moment.localDay($0.at) } ?? "") })

  var json: JSON { JSON(self, Self.columns) }
}

extension Double {
  /// The number, rounded to one decimal place.
  fileprivate var brief: String { rounded(toPlaces: 1).inFigures }
}

extension Report {
  mutating func trends(_ shown: [Trend]) {
    guard !shown.isEmpty else { return }
    heading("Over time")
    table(
      Table(
        columns: [.init(heading: "What"), .init(heading: "Values"), .init(heading: "Change", rank: 1)],
        rows: shown.map { [StyledText($0.label), StyledText($0.line), StyledText($0.change, $0.direction.style)] }))
  }
}
