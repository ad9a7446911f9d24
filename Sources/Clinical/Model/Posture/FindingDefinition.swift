/// Something a therapist measures, tests or grades.
package struct FindingDefinition: Sendable, Identifiable {
  package typealias ID = Identifier<FindingDefinition>

  package enum Kind: String, Sendable, Codable {
    case measure, grade, mmt, test, choice
    case multiChoice = "multi_choice"
  }
  package enum Sides: String, Sendable, Codable {
    case none, lr, signed
    case signedGrade = "signed_grade"
  }
  /// The values from `minimum` (inclusive) to `maximum` (exclusive) have this severity, 0 to 3; nil: no limit.
  package struct Band: Sendable {
    package let severity: Int
    package let minimum: Double?
    package let maximum: Double?
    package let label: String
  }
  package struct Choice: Sendable {
    package let id: String
    package let label: String
    package let severity: Int
  }
  /// The difference that two measurements of an unchanged body may show, in the finding's unit: the minimal detectable
  /// change, 1.96·√2 times the standard error of measurement.
  package struct MeasurementError: Sendable, Hashable {
    package let amount: Double
    package let source: Source.ID

    /// Whether it is our own working figure; none is published.
    package var isOwnJudgement: Bool { source == "src.custom" }
  }

  package let id: ID
  package let name: String
  package let plainName: String
  /// The id of the view or setting in which it is taken: anterior, posterior, lateral, motion, table ...
  package let view: String
  /// The place among the findings that a therapist sees without tools, asked first; nil for all others.
  package let quick: Int?
  package let kind: Kind
  package let unit: String
  package let sides: Sides
  package let bounds: ClosedRange<Double>?
  package let bands: [Band]
  /// The bands for women, where they differ from `bands`; else empty.
  package let bandsFemale: [Band]
  /// The bands for the difference between left and right.
  package let differenceBands: [Band]
  package let usesAbsoluteValue: Bool
  /// The choices, or the results of a test.
  package let choices: [Choice]
  package let reference: String
  package let note: String?
  package let formula: Formula.ID?
  /// The landmarks that the formula takes, in its order. An id that ends in `_*` stands for the left and the right one.
  package let landmarks: [Landmark.ID]
  /// The usual range of motion.
  package let norm: Double?
  /// The muscles that are usually short when it is found.
  package let tight: [Muscle.ID]
  /// The muscles that are usually weak when it is found.
  package let weak: [Muscle.ID]
  package let sources: [Source.ID]
  /// Nil if none is published.
  package let measurementError: MeasurementError?
  package let shelfLife: ShelfLife
}

extension FindingDefinition.Band {
  func contains(_ value: Double) -> Bool {
    value >= minimum ?? -.infinity && (maximum.map { value < $0 } ?? true)
  }
}

extension FindingDefinition.Choice {
  /// The possible results of a test.
  static let testResults = [
    Self(id: "negative", label: "negative", severity: 0), Self(id: "positive", label: "positive", severity: 1),
    Self(id: "not_done", label: "not done", severity: 0),
  ]
  /// The index of the positive result among the results.
  static let positiveResult = 1
}
