import Clinical
import Foundation
import Records

/// A measure recorded over time, such as pain from intakes or a finding from evaluations.
package struct Trend: Sendable {
  /// The id of the measure or the finding.
  package let id: String
  package let name: String
  package let side: BodyRegion.Side?
  package let unit: String
  /// The values, oldest first; at least one.
  package let points: [(at: Date, value: Double)]
  /// The lowest and the highest value that the measure can have, or for a finding those that were recorded.
  package let scale: ClosedRange<Double>
  /// What the change from the first to the last value means, in words; empty for a single value.
  package let change: String
  package let direction: ChangeDirection

  /// Whether a person should see the change at a glance.
  package var matters: Bool { direction == .better || direction == .worse }
}

/// The direction in which a value has changed.
package enum ChangeDirection: Sendable {
  case better, worse, same
  /// A change within the error of measurement, or one whose meaning is not known.
  case unclear
}

extension Trend {
  /// Returns what was recorded of a client over time.
  ///
  /// - Parameters:
  ///   - intakes: newest first, like the evaluations.
  ///   - pack: the content of this program, since a measure may have had another name in older ones.
  package static func all(
    _ intakes: [Intake], _ checkIns: [CheckIn], _ evaluations: [EvaluationRecord], by pack: ContentPack
  ) -> (measures: [Trend], findings: [Trend]) {
    return (
      measures(intakes, checkIns, pack),
      findings(evaluations.signed, pack, answers: intakes.first?.answers ?? Answers())
    )
  }

  /// Returns what the intakes and the check-ins say, measure by measure.
  package static func measures(_ intakes: [Intake], _ checkIns: [CheckIn], _ pack: ContentPack) -> [Trend] {
    let told =
      intakes.map { (at: $0.submittedAt, answers: $0.answers) }
      + checkIns.map { (at: $0.submittedAt, answers: $0.answers) }
    return pack.measures.compactMap { measure in
      let points = told.sorted { $0.at < $1.at }.compactMap { told in
        pack.value(of: measure, in: told.answers).map { (at: told.at, value: $0) }
      }
      guard let first = points.first, let last = points.last else { return nil }
      let change = points.count > 1 ? measure.change(from: first.value, to: last.value) : .reported
      return Trend(
        id: measure.id.rawValue, name: measure.shortName, side: nil, unit: "", points: points, scale: measure.range,
        change: change.rawValue, direction: change == .better ? .better : change == .worse ? .worse : .same)
    }
  }

  /// Returns what the evaluations say, finding by finding and side by side.
  ///
  /// - Parameter records: newest first.
  static func findings(_ records: [EvaluationRecord], _ pack: ContentPack, answers: Answers) -> [Trend] {
    let sides: [BodyRegion.Side?] = [nil, .left, .right]
    // Findings that were recorded on the same days share one comparison.
    var compared: [[EvaluationRecord.ID]: [FindingChange]] = [:]
    return pack.findings.flatMap { definition in
      sides.compactMap { side -> Trend? in
        let taken = records.reversed().compactMap { record in
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
          direction: change?.direction ?? .same)
      }
    }
  }
}

extension OutcomeMeasure {
  /// The name up to the first punctuation mark, after which it is explained.
  fileprivate var shortName: String {
    String(name.prefix { !",(:".contains($0) }).trimmed
  }
}

extension FindingChange {
  /// Better or worse only beyond the measurement error: a change within it, or of which none is published, may be chance.
  package var direction: ChangeDirection {
    guard weight == .beyondError, let severityBefore, let severityAfter else { return .unclear }
    return severityAfter < severityBefore ? .better : severityAfter > severityBefore ? .worse : .same
  }
}

extension Finding {
  /// Returns the number of one side; nil for words, or when that side has none.
  package func number(on side: BodyRegion.Side?) -> Double? {
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
