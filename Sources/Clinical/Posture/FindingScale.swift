/// How the values of a finding turn into severities.
struct FindingScale: Sendable {
  private let kind: FindingDefinition.Kind
  private let usesAbsoluteValue: Bool
  private let bands: [FindingDefinition.Band]
  private let bandsFemale: [FindingDefinition.Band]
  private let differenceBands: [FindingDefinition.Band]
  private let choices: [FindingDefinition.Choice]

  init(_ definition: FindingDefinition) {
    kind = definition.kind
    usesAbsoluteValue = definition.usesAbsoluteValue
    bands = definition.bands
    bandsFemale = definition.bandsFemale.isEmpty ? definition.bands : definition.bandsFemale
    differenceBands = definition.differenceBands
    choices = definition.choices
  }

  /// A recorded finding as numbers, with its severity: of each side, and of the worse one or of the difference between
  /// the sides where that is worse still.
  func measurement(of finding: Finding, isFemale: Bool) -> Facts.Measurement {
    var measurement = Facts.Measurement()
    switch finding {
    case .single(.words(let words)):
      measurement.choices = BitSet(places: words.compactMap { word in choices.firstIndex { $0.id == word } })
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
      let difference = abs(measurement.left - measurement.right)
      let sides = [measurement.severity.left, measurement.severity.right, differenceBands.severity(of: difference)]
      measurement.severity.worse = sides.compactMap { $0 }.max()
    }
    return measurement
  }

  /// A choice as its place, so that every value is a number.
  private func number(_ value: FindingValue) -> Double {
    switch value {
    case .number(let number): number
    case .word(let word): choices.firstIndex { $0.id == word }.map(Double.init) ?? .nan
    case .words: .nan
    }
  }

  private func severity(_ value: Double, _ isFemale: Bool) -> Int? {
    guard !value.isNaN else { return nil }
    switch kind {
    case .measure:
      let value = usesAbsoluteValue ? abs(value) : value
      return (isFemale ? bandsFemale : bands).severity(of: value) ?? 0
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
  /// That of the first band that holds the value.
  fileprivate func severity(of value: Double) -> Int? {
    first { $0.contains(value) }?.severity
  }
}
