extension FindingDefinition {
  /// Returns a recorded finding as numbers, with the severity of each side and the worst one: that of a side, or of the
  /// difference between the sides.
  func measurement(of finding: Finding, isFemale: Bool) -> Facts.Measurement {
    var measurement = Facts.Measurement()
    switch finding {
    case .single(.words(let words)):
      measurement.choices = BitSet(indices: words.compactMap { word in choices.firstIndex { $0.id == word } })
      let severity = words.isEmpty ? 0 : 1
      measurement.severity = .init(worse: severity, left: severity, right: severity)
    case .single(let value):
      measurement.single = number(value)
      let severity = severity(measurement.single, isFemale)
      measurement.severity = .init(worse: severity, left: severity, right: severity)
    case .graded(let grade, _):
      measurement.single = grade
      let severity = severity(grade, isFemale)
      measurement.severity = .init(worse: severity, left: severity, right: severity)
    case .sided(let left, let right):
      measurement.isSided = true
      measurement.left = left.map(number) ?? .nan
      measurement.right = right.map(number) ?? .nan
      measurement.severity.left = severity(measurement.left, isFemale)
      measurement.severity.right = severity(measurement.right, isFemale)
      // Two grades by eye may be any distance apart within their bands.
      let isMeasured = finding.values.allSatisfy { if case .word = $0 { kind != .measure } else { true } }
      let difference = isMeasured ? abs(measurement.left - measurement.right) : .nan
      let sides = [measurement.severity.left, measurement.severity.right, differenceBands.severity(of: difference)]
      measurement.severity.worse = sides.compactMap { $0 }.max()
    }
    return measurement
  }

  /// Returns the value as a number; for a choice, its index.
  private func number(_ value: FindingValue) -> Double {
    switch value {
    case .number(let number): number
    case .word(let grade) where kind == .measure: number(byEye: grade) ?? .nan
    case .word(let word): choices.firstIndex { $0.id == word }.map(Double.init) ?? .nan
    case .words, .gone: .nan
    }
  }

  private func severity(_ value: Double, _ isFemale: Bool) -> Int? {
    guard !value.isNaN else { return nil }
    switch kind {
    case .measure:
      let value = usesAbsoluteValue ? abs(value) : value
      return (isFemale && !bandsFemale.isEmpty ? bandsFemale : bands).severity(of: value) ?? 0
    case .grade, .mmt:
      return bands.severity(of: value) ?? 0
    case .test, .choice:
      return choices.indices.first { Double($0) == value }.map { choices[$0].severity }
    case .multiChoice:
      return nil
    }
  }
}

extension [FindingDefinition.Band] {
  /// Returns the severity of the first band that contains the value.
  fileprivate func severity(of value: Double) -> Int? {
    first { $0.contains(value) }?.severity
  }
}
