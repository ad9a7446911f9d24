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
  /// Severity `severity` from `minimum` (inclusive) to `maximum` (exclusive); nil is open.
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

  package let id: ID
  package let name: String
  package let plainName: String
  /// Id of the view or place it is taken in: anterior, posterior, lateral, motion, table ...
  package let view: String
  package let kind: Kind
  package let unit: String
  package let sides: Sides
  package let bounds: ClosedRange<Double>?
  package let bands: [Band]
  package let bandsFemale: [Band]
  package let differenceBands: [Band]
  package let usesAbsoluteValue: Bool
  package let choices: [Choice]
  package let reference: String
  package let note: String?
  package let formula: String?
}

/// One recorded value of a finding.
package enum FindingValue: Sendable, Hashable {
  case number(Double)
  /// A test result, a choice id.
  case word(String)
  case words([String])
}

/// A finding as recorded: one value, or a left and a right one of which either may be missing.
package enum Finding: Sendable, Hashable {
  case single(FindingValue)
  case sided(left: FindingValue?, right: FindingValue?)
  /// A grade with the side it points to.
  case graded(Double, side: String?)
}

package struct TriggerPoint: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable { case active, latent }
  package var muscle: Muscle.ID
  package var region: BodyRegion.ID
  package var status: Status
  /// Tenderness, 0 to 4.
  package var tender: Int
  package var tautBand: Bool
  package var refers: Bool
  package var refersTo: [BodyRegion.ID]?
  package var note: String?
}

/// A postural evaluation: the findings of one examination.
package struct Evaluation: Sendable, Hashable {
  package var findings: [FindingDefinition.ID: Finding]
  package var triggerPoints: [TriggerPoint]

  package init(findings: [FindingDefinition.ID: Finding] = [:], triggerPoints: [TriggerPoint] = []) {
    self.findings = findings
    self.triggerPoints = triggerPoints
  }
}
