/// The difference of a finding between two evaluations.
package struct FindingChange: Sendable, Hashable {
  package enum Weight: String, Sendable {
    case unchanged
    /// No more than two measurements of an unchanged body may differ.
    case withinNoise = "within noise"
    case beyondError = "beyond the measurement error"
    /// No measurement error is published for the finding.
    case notKnown = "measurement error not known"
    /// By eye or by hand before and by photo after, or by another formula.
    case otherMethod = "measured in another way"
    /// From a photo without a plumb line, which may lean by more than the body does.
    case notLevelled = "photo without a plumb line"
    /// Found before, and gone.
    case gone
    /// Recorded in only one of the evaluations.
    case single = "recorded once"
  }

  package let finding: FindingDefinition.ID
  /// Nil when the finding has no sides.
  package let side: BodyRegion.Side?
  package let before: FindingValue?
  package let after: FindingValue?
  /// The value after minus the value before, in the finding's unit; nil for words.
  package let difference: Double?
  package let severityBefore: Int?
  package let severityAfter: Int?
  package let weight: Weight
  package let error: FindingDefinition.MeasurementError?
  /// The difference that the therapist's own placings of the landmarks may show; it counts where it is the larger one,
  /// since it is a part of every error.
  package let ownChange: Double?
  /// The change in words, as `+6 deg, closer to usual` or `-4 mm, within noise`.
  package let words: String
}

extension ContentPack {
  /// Compares every finding of either evaluation, in the order of the pack.
  ///
  /// - Parameter answers: the client's answers, for reference values that depend on sex.
  package func compare(_ before: Evaluation, _ after: Evaluation, answers: Answers = Answers()) -> [FindingChange] {
    compare(before, after, isFemale: answers.areOfAWoman)
  }

  package func compare(_ before: Evaluation, _ after: Evaluation, isFemale: Bool) -> [FindingChange] {
    findings.flatMap { definition -> [FindingChange] in
      let old = (before.findings[definition.id].map { definition.sideValues($0, isFemale) } ?? [])
        .filter { $0.value != .gone }
      let new = after.findings[definition.id].map { definition.sideValues($0, isFemale) } ?? []
      let sides: [BodyRegion.Side?] = [nil, .left, .right]
      return sides.compactMap { side in
        let (first, second) = (old.first { $0.side == side }, new.first { $0.side == side })
        let methods = (before.methods[definition.id], after.methods[definition.id])
        return first == nil && second == nil ? nil : FindingChange(definition, side, first, second, methods)
      }
    }
  }
}

extension Answers {
  /// Some usual ranges are other ones for women.
  package var areOfAWoman: Bool { self["contact.sex"] == .text("female") }
}

/// The value of one side, with its severity.
private struct SideValue {
  let side: BodyRegion.Side?
  let value: FindingValue
  let severity: Int?
}

extension FindingDefinition {
  fileprivate func sideValues(_ finding: Finding, _ isFemale: Bool) -> [SideValue] {
    let severity = measurement(of: finding, isFemale: isFemale).severity
    switch finding {
    case .single(let value): return [SideValue(side: nil, value: value, severity: severity.worse)]
    case .graded(let grade, _): return [SideValue(side: nil, value: .number(grade), severity: severity.worse)]
    case .sided(let left, let right):
      return [
        left.map { SideValue(side: .left, value: $0, severity: severity.left) },
        right.map { SideValue(side: .right, value: $0, severity: severity.right) },
      ].compactMap { $0 }
    }
  }
}

extension FindingChange {
  fileprivate init(
    _ definition: FindingDefinition, _ side: BodyRegion.Side?, _ before: SideValue?, _ after: SideValue?,
    _ methods: (before: MeasuringMethod?, after: MeasuringMethod?)
  ) {
    finding = definition.id
    self.side = side
    self.before = before?.value
    self.after = after?.value
    severityBefore = before?.severity
    severityAfter = after?.severity
    error = definition.measurementError
    let ownChange = [methods.before, methods.after].compactMap { $0?.ownChange }.max()
    self.ownChange = ownChange
    difference = Self.difference(before?.value, after?.value)
    let own = ownChange ?? 0
    let amount = definition.measurementError.map { max($0.amount, own) }
    weight = Self.obstacle(self.before, self.after, methods) ?? Self.weight(self.before, self.after, difference, amount)
    words = Self.words(definition, difference, weight, severityBefore, severityAfter, ownChange)
  }

  private static func difference(_ before: FindingValue?, _ after: FindingValue?) -> Double? {
    guard case .number(let old)? = before, case .number(let new)? = after else { return nil }
    // Values have a few decimals at most; rounding removes what binary fractions add.
    return (new - old).rounded(toPlaces: 6)
  }

  /// Returns why two values cannot be compared, even when they are equal; nil if they can.
  private static func obstacle(
    _ before: FindingValue?, _ after: FindingValue?, _ methods: (before: MeasuringMethod?, after: MeasuringMethod?)
  ) -> Weight? {
    if after == .gone { return .gone }
    guard let before, let after else { return nil }
    if before.isNumber != after.isNumber { return .otherMethod }
    if methods.before?.formula != methods.after?.formula { return .otherMethod }
    return [methods.before, methods.after].compactMap { $0 }.allSatisfy(\.isLevelled) ? nil : .notLevelled
  }

  private static func weight(
    _ before: FindingValue?, _ after: FindingValue?, _ difference: Double?, _ error: Double?
  ) -> Weight {
    guard before != nil && after != nil else { return .single }
    guard before != after else { return .unchanged }
    guard let difference, let error else { return .notKnown }
    return abs(difference) > error ? .beyondError : .withinNoise
  }

  private static func words(
    _ definition: FindingDefinition, _ difference: Double?, _ weight: Weight, _ severityBefore: Int?,
    _ severityAfter: Int?, _ ownChange: Double?
  ) -> String {
    var parts: [String] = []
    if let difference, difference != 0, weight != .otherMethod, weight != .notLevelled {
      let unit = definition.kind == .measure ? " \(definition.unit)" : ""
      parts.append((difference > 0 ? "+" : "") + difference.inFigures + unit)
      if definition.sides == .signed && weight == .beyondError {
        parts.append(difference > 0 ? "towards the right" : "towards the left")
      }
    }
    if weight == .beyondError, let severityBefore, let severityAfter {
      if severityAfter < severityBefore { parts.append("closer to usual") }
      if severityAfter > severityBefore { parts.append("further from usual") }
    }
    if weight != .beyondError { parts.append(weight.rawValue) }
    if weight == .beyondError || weight == .withinNoise, let error = definition.measurementError {
      if let ownChange, ownChange > error.amount {
        parts.append("by how well you repeat your own taps")
      } else if error.isOwnJudgement {
        parts.append("by our own working figure")
      }
    }
    return parts.joined(separator: ", ")
  }
}

extension FindingValue {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
