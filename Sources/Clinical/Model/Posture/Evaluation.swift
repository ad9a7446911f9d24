/// One recorded value of a finding.
package enum FindingValue: Sendable, Hashable {
  case number(Double)
  /// A test result or the id of a choice.
  case word(String)
  case words([String])
  /// It was there, and is there no more.
  case gone
}

/// A finding as recorded: one value, or a left and a right one, either of which may be missing.
package enum Finding: Sendable, Hashable {
  case single(FindingValue)
  case sided(left: FindingValue?, right: FindingValue?)
  /// A grade, with the side it points to.
  case graded(Double, side: String?)
}

package struct TriggerPoint: Sendable, Hashable {
  package enum Status: String, Sendable, Codable {
    case active, latent
    /// It was there, and is there no more.
    case gone
  }
  package var muscle: Muscle.ID
  package var region: BodyRegion.ID
  package var status: Status
  /// Tenderness, 0 to 4.
  package var tender: Int
  package var tautBand: Bool
  package var refers: Bool
  package var refersTo: [BodyRegion.ID]?
  package var note: String?

  package init(
    muscle: Muscle.ID, region: BodyRegion.ID, status: Status, tender: Int, tautBand: Bool = false, refers: Bool = false,
    refersTo: [BodyRegion.ID]? = nil, note: String? = nil
  ) {
    self.muscle = muscle
    self.region = region
    self.status = status
    self.tender = tender
    self.tautBand = tautBand
    self.refers = refers
    self.refersTo = refersTo
    self.note = note
  }
}

/// A postural evaluation: the findings of one examination.
package struct Evaluation: Sendable, Hashable {
  package var findings: [FindingDefinition.ID: Finding]
  package var triggerPoints: [TriggerPoint]
  /// The measuring methods of the findings that came from a photo or from readings.
  package var methods: [FindingDefinition.ID: MeasuringMethod]
  /// The landmarks of the photos that it was measured on, one photo a view.
  package var photos: [TappedPhoto]
  /// How it was taken, in the therapist's words.
  package var conditions: [Condition: String]

  /// What another examination must have alike to be compared with this one.
  package enum Condition: String, Sendable, CaseIterable {
    case measuredWith = "measured_with"
    case clothing, footwear, distance

    package static let mostCharacters = 100
  }

  package init(
    findings: [FindingDefinition.ID: Finding] = [:], triggerPoints: [TriggerPoint] = [],
    methods: [FindingDefinition.ID: MeasuringMethod] = [:], photos: [TappedPhoto] = [],
    conditions: [Condition: String] = [:]
  ) {
    self.findings = findings
    self.triggerPoints = triggerPoints
    self.methods = methods
    self.photos = photos
    self.conditions = conditions
  }
}

/// How a finding was measured, stored with the finding.
package struct MeasuringMethod: Sendable, Hashable {
  package let formula: Formula.ID
  /// Whether the photo shows a plumb line; without one, nobody can see that the camera was tilted.
  package let isLevelled: Bool
  /// The difference that two placings of the landmarks by the same person may show, in the finding's unit; nil when
  /// nobody placed them twice.
  package let ownChange: Double?

  package init(formula: Formula.ID, isLevelled: Bool, ownChange: Double? = nil) {
    self.formula = formula
    self.isLevelled = isLevelled
    self.ownChange = ownChange
  }
}

extension Finding {
  /// The one or two values recorded; none for a finding that was left empty.
  package var values: [FindingValue] {
    switch self {
    case .single(let value): [value]
    case .sided(let left, let right): [left, right].compactMap { $0 }
    case .graded(let grade, _): [.number(grade)]
    }
  }
}
