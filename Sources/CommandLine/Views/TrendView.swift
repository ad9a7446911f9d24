import Care
import Clinical
import JSON

extension ChangeDirection {
  var ink: Ink {
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

  /// The values as blocks with their numbers: `▇▅▂  7 → 5 → 2`.
  var line: String {
    Sparkline.draw(points.map(\.value), scale: scale) + "  " + points.map(\.value.brief).joined(separator: " → ")
  }

  static let fields: [Field<Trend>] = [
    Field("id", value: { .string($0.id) }),
    Field("name", "What", value: { .string($0.name) }),
    Field("side", "Side", value: { JSON($0.side?.rawValue) }),
    Field("first", value: { JSON(number: $0.points.first?.value ?? 0) }),
    Field("last", value: { JSON(number: $0.points.last?.value ?? 0) }),
    Field("trend", "Over time", value: { .string($0.line) }),
    Field("unit", "Unit", rank: 3, value: { .string($0.unit) }),
    Field("change", "Change", rank: 1, value: { .string($0.change) }, shown: { Inked($0.change, $0.direction.ink) }),
    Field(
      "points",
      value: { .array($0.points.map { ["at": JSON($0.at), "value": JSON(number: $0.value)] }) }),
  ]

  /// The time of the single measurement, if it was measured only once.
  static let day = Field<Trend>(
    "taken_at", "Taken", value: { JSON($0.points.last?.at) },
    shown: { Inked($0.points.last.map { Moment.localDay($0.at) } ?? "") })

  var json: JSON { JSON(self, Self.fields) }
}

extension Double {
  /// The number with one decimal place when it has any.
  fileprivate var brief: String { rounded(toPlaces: 1).inFigures }
}

extension Sheet {
  mutating func trends(_ shown: [Trend]) {
    guard !shown.isEmpty else { return }
    heading("Over time")
    table(
      Table(
        columns: [.init(heading: "What"), .init(heading: "Values"), .init(heading: "Change", rank: 1)],
        rows: shown.map { [Inked($0.label), Inked($0.line), Inked($0.change, $0.direction.ink)] }))
  }
}
