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
  /// How much two takings may differ with nothing changed, in the finding's unit.
  package struct MeasurementError: Sendable, Hashable {
    package let amount: Double
    package let source: Source.ID
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
  /// Bands of the difference between left and right.
  package let differenceBands: [Band]
  package let usesAbsoluteValue: Bool
  /// Of a choice; of a test, its results.
  package let choices: [Choice]
  package let reference: String
  package let note: String?
  package let formula: Formula.ID?
  /// What the formula takes, in its order; a name that ends in `_*` stands for the left and the right one.
  package let landmarks: [Landmark.ID]
  /// Usual range of motion.
  package let norm: Double?
  /// Muscles that are usually short when it is found.
  package let tight: [Muscle.ID]
  /// Muscles that are usually weak when it is found.
  package let weak: [Muscle.ID]
  package let sources: [Source.ID]
  /// Nil where none is published.
  package let measurementError: MeasurementError?
}

extension FindingDefinition {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain_name")
    view = fields.text("view")
    kind = fields.word("kind", or: .measure)
    unit = kind == .measure ? fields.text("unit") : fields.optionalText("unit") ?? ""
    sides = fields.word("side", or: .none)
    bounds = fields.range("bounds")
    bands = fields.optionalObjects("bands", idKey: "label").map(Band.init)
    bandsFemale = fields.optionalObjects("bands_female", idKey: "label").map(Band.init)
    differenceBands = fields.optionalObjects("diff_bands", idKey: "label").map(Band.init)
    usesAbsoluteValue = fields.optionalFlag("abs")
    choices = kind == .test ? Choice.testResults : fields.optionalObjects("choices").map(Choice.init)
    reference = fields.text("reference")
    note = fields.optionalText("note")
    formula = fields["formula"] == nil ? nil : vocabulary.formulas.identifier("formula", in: fields)
    landmarks = fields.optionalTexts("landmarks").map(Landmark.ID.init(rawValue:))
    norm = fields.optionalNumber("norm")
    tight = vocabulary.muscles.identifiers("tight", in: fields, isOptional: true)
    weak = vocabulary.muscles.identifiers("weak", in: fields, isOptional: true)
    sources = vocabulary.sources.identifiers("sources", in: fields)
    measurementError =
      fields["measurement_error"] == nil ? nil : MeasurementError(fields.object("measurement_error"), vocabulary)
    checkLandmarks(vocabulary, fields)
    if bounds == nil && [.measure, .grade, .mmt].contains(kind) {
      fields.fault("bounds", "are missing: give the lowest and highest possible value")
    }
    if choices.isEmpty && [.choice, .multiChoice].contains(kind) { fields.fault("choices", "are missing") }
    checkBands(bands, "bands", fields)
    checkBands(bandsFemale, "bands_female", fields)
  }

  private func checkLandmarks(_ vocabulary: Vocabulary, _ fields: Fields) {
    for landmark in landmarks {
      let names = ["l", "r"].map {
        landmark.rawValue.hasSuffix("_*") ? landmark.rawValue.dropLast() + $0 : landmark.rawValue
      }
      for name in Set(names) where vocabulary.landmarks.places[name] == nil {
        fields.fault("landmarks", "name \(name), which is not in the pack: correct the id or add the landmark")
      }
    }
    if let formula = formula.flatMap({ PhotoFormula(rawValue: $0.rawValue) }), formula.landmarkCount != landmarks.count
    {
      fields.fault("landmarks", "must be \(formula.landmarkCount) for \(formula.rawValue)")
    }
  }

  /// Bands must cover everything between the bounds without a gap.
  private func checkBands(_ bands: [Band], _ key: String, _ fields: Fields) {
    guard let bounds, !bands.isEmpty else { return }
    var reached = usesAbsoluteValue ? 0 : bounds.lowerBound
    for band in bands.sorted(by: { $0.minimum ?? -.infinity < $1.minimum ?? -.infinity }) {
      if let minimum = band.minimum, minimum > reached {
        fields.fault(key, "leave a gap from \(reached) to \(minimum): close it")
      }
      reached = max(reached, band.maximum ?? .infinity)
    }
    if reached <= bounds.upperBound { fields.fault(key, "end at \(reached), below the upper bound: add a band") }
  }
}

extension FindingDefinition.Band {
  fileprivate init(_ fields: Fields) {
    severity = fields.integer("sev", in: 0...3)
    minimum = fields.optionalNumber("min")
    maximum = fields.optionalNumber("max")
    label = fields.text("label")
  }

  func contains(_ value: Double) -> Bool {
    value >= minimum ?? -.infinity && (maximum.map { value < $0 } ?? true)
  }
}

extension FindingDefinition.Choice {
  /// What a test can show.
  static let testResults = [
    Self(id: "negative", label: "negative", severity: 0), Self(id: "positive", label: "positive", severity: 1),
    Self(id: "not_done", label: "not done", severity: 0),
  ]
  static let positivePlace = 1

  fileprivate init(_ fields: Fields) {
    id = fields.id
    label = fields.text("label")
    severity = fields.integer("sev", in: 0...3)
  }
}

extension FindingDefinition.MeasurementError {
  fileprivate init(_ fields: Fields, _ vocabulary: Vocabulary) {
    amount = fields.number("amount")
    source = vocabulary.sources.identifier("source", in: fields)
  }
}
