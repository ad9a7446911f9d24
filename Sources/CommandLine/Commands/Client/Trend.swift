import Clinical
import Foundation
import Installation
import Records

/// A number that was taken from a client again and again: pain in their intakes, a finding in their evaluations.
struct Trend: Sendable {
  /// Of the measure or the finding.
  let id: String
  let name: String
  let side: BodyRegion.Side?
  let unit: String
  /// Oldest first, at least one.
  let points: [(at: Date, value: Double)]
  /// Of the lowest and the highest block.
  let scale: ClosedRange<Double>
  /// What the way from the first to the last means.
  let change: String
  let ink: Ink

  var label: String { name + (side.map { ", \($0.rawValue)" } ?? "") }

  /// Whether the change is one that a person should see at a glance.
  var matters: Bool { ink == .green || ink == .yellow }

  var blocks: String { Sparkline.draw(points.map(\.value), scale: scale) }

  /// The blocks with their numbers: `▇▅▂  7 → 5 → 2`.
  var line: String { blocks + "  " + points.map(\.value.brief).joined(separator: " → ") }
}

extension Trend {
  /// - Parameter intakes: newest first.
  static func all(
    _ intakes: [Intake], _ evaluations: [EvaluationRecord]
  ) throws -> (measures: [Trend], findings: [Trend]) {
    let pack = try ShareDirectory.contentPack()
    let signed = evaluations.filter { $0.state != .draft }
    return (measures(intakes, pack), findings(signed, pack, answers: intakes.first?.answers ?? Answers()))
  }

  /// What the intakes say, measure by measure.
  static func measures(_ intakes: [Intake], _ pack: ContentPack) -> [Trend] {
    pack.measures.compactMap { measure in
      let points = intakes.sorted { $0.submittedAt < $1.submittedAt }.compactMap { intake in
        pack.value(of: measure, in: intake.answers).map { (at: intake.submittedAt, value: $0) }
      }
      guard let first = points.first, let last = points.last else { return nil }
      let change = points.count > 1 ? measure.change(from: first.value, to: last.value) : .reported
      return Trend(
        id: measure.id.rawValue, name: measure.shortName, side: nil, unit: "", points: points, scale: measure.range,
        change: change.rawValue, ink: change == .better ? .green : change == .worse ? .yellow : .plain)
    }
  }

  /// What the evaluations say, finding by finding and side by side.
  static func findings(_ records: [EvaluationRecord], _ pack: ContentPack, answers: Answers) -> [Trend] {
    let records = records.sorted { $0.recordedAt < $1.recordedAt }
    let sides: [BodyRegion.Side?] = [nil, .left, .right]
    // Findings that were taken on the same days share a comparison of everything.
    var compared: [[EvaluationRecord.ID]: [FindingChange]] = [:]
    return pack.findings.flatMap { definition in
      sides.compactMap { side -> Trend? in
        let taken = records.compactMap { record in
          record.evaluation.findings[definition.id]?.number(on: side).map { (record: record, value: $0) }
        }
        guard let first = taken.first, let last = taken.last else { return nil }
        let pair = [first.record.id, last.record.id]
        let changes =
          compared[pair] ?? pack.compare(first.record.evaluation, last.record.evaluation, answers: answers)
        compared[pair] = changes
        let change = changes.first { $0.finding == definition.id && $0.side == side }
        let values = taken.map(\.value)
        return Trend(
          id: definition.id.rawValue, name: definition.plainName, side: side, unit: definition.unit,
          points: taken.map { (at: $0.record.recordedAt, value: $0.value) },
          scale: (values.min() ?? 0)...(values.max() ?? 0), change: taken.count > 1 ? change?.words ?? "" : "",
          ink: change?.ink ?? .plain)
      }
    }
  }
}

extension OutcomeMeasure {
  /// Up to the first sign that parts the name from its explanation.
  fileprivate var shortName: String {
    String(name.prefix { !",(:".contains($0) }).trimmingWhitespace
  }
}

extension Double {
  /// With one decimal place when it has any.
  fileprivate var brief: String { ((self * 10).rounded() / 10).short }
}

extension Finding {
  /// The number of one side; nil for words, or when that side has none.
  func number(on side: BodyRegion.Side?) -> Double? {
    let value: FindingValue? =
      switch (self, side) {
      case (.sided(let left, _), .left): left
      case (.sided(_, let right), .right): right
      case (.single(let value), nil): value
      case (.graded(let grade, _), nil): .number(grade)
      default: nil
      }
    guard case .number(let number)? = value else { return nil }
    return number
  }
}
