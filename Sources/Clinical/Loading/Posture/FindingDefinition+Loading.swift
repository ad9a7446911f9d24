extension FindingDefinition {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain_name")
    view = fields.text("view")
    quick = fields.optionalInteger("quick")
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
    shelfLife = ShelfLife(in: fields, vocabulary)
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
      for name in Set(names) where !vocabulary.landmarks.contains(name) {
        fields.fault("landmarks", "name \(name), which is not in the pack: correct the id or add the landmark")
      }
    }
    if let formula = formula.flatMap({ PhotoFormula(rawValue: $0.rawValue) }), formula.landmarkCount != landmarks.count
    {
      fields.fault("landmarks", "must be \(formula.landmarkCount) for \(formula.rawValue)")
    }
  }

  /// Checks that the bands cover everything between the bounds without a gap.
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
}

extension FindingDefinition.Choice {
  fileprivate init(_ fields: Fields) {
    id = fields.id
    label = fields.text("label")
    severity = fields.integer("sev", in: 0...3)
  }
}

extension FindingDefinition.MeasurementError {
  fileprivate init(_ fields: Fields, _ vocabulary: Vocabulary) {
    if let error = fields.optionalNumber("sem") {
      amount = 1.96 * 2.0.squareRoot() * error
    } else {
      // Content before 1.1.0 calls it amount.
      amount = fields.number(fields["amount"] == nil ? "mdc" : "amount")
    }
    source = vocabulary.sources.identifier("source", in: fields)
  }
}
