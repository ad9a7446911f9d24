/// A finding measured on a photo or calculated from readings.
package struct PhotoMeasurement: Sendable, Hashable {
  package let finding: FindingDefinition.ID
  /// Nil when the finding has no sides.
  package let side: BodyRegion.Side?
  /// In the finding's unit.
  package let value: Double
  package let method: MeasuringMethod
}

extension ContentPack {
  /// Measures every finding that the landmarks and readings allow, in the order of the pack.
  ///
  /// A landmark whose id ends in `_*` in the pack is used for each side. A side view measures the side that is turned to
  /// the camera.
  package func measurements(from file: LandmarkFile) -> [PhotoMeasurement] {
    findings.flatMap { definition in
      file.photos.flatMap { measurements(of: definition, in: $0) } + reading(of: definition, file.readings)
    }
  }

  /// Returns what to check again: a side view that seems to be named wrongly, and values that no body has.
  package func warnings(about file: LandmarkFile) -> [String] {
    let turned = file.photos.compactMap { photo -> String? in
      guard let tragus = photo.levelled("lm.tragus"), let c7 = photo.levelled("lm.c7"),
        photo.facing * (tragus.x - c7.x) <= 0
      else { return nil }
      return "\(photo.view): the ear lies behind the neck; is this really the view?"
    }
    let impossible = measurements(from: file).compactMap { measurement -> String? in
      guard let bounds = finding(measurement.finding)?.bounds, !bounds.contains(measurement.value) else { return nil }
      return "\(measurement.finding): \(measurement.value.rounded(toPlaces: 1)) is outside "
        + "\(bounds.lowerBound.inFigures) to \(bounds.upperBound.inFigures); check the points"
    }
    return turned + impossible
  }

  private func measurements(of definition: FindingDefinition, in photo: Photo) -> [PhotoMeasurement] {
    guard let id = definition.formula, let formula = PhotoFormula(rawValue: id.rawValue),
      definition.isTaken(in: photo.view)
    else { return [] }
    let method = MeasuringMethod(formula: id, isLevelled: photo.roll != nil)
    func value(_ side: BodyRegion.Side?) -> Double? {
      let points = definition.landmarks.compactMap { photo.levelled($0.landmark(on: side)) }
      return formula.value(points, side: side, in: photo)
    }
    func measurement(_ side: BodyRegion.Side?, _ value: Double?) -> PhotoMeasurement? {
      value.map { PhotoMeasurement(finding: definition.id, side: side, value: $0, method: method) }
    }
    let isPerSide = definition.landmarks.contains(where: \.isPerSide)
    if isPerSide && definition.sides == .lr {
      return [.left, .right].compactMap { measurement($0, value($0)) }
    }
    if isPerSide {
      guard let left = value(.left), let right = value(.right) else { return [] }
      return [measurement(nil, abs(left - right))].compactMap { $0 }
    }
    let side: BodyRegion.Side? = definition.sides == .lr ? (photo.view == "lateral_l" ? .left : .right) : nil
    let isUnsigned = definition.sides == .none && definition.bounds?.lowerBound == 0
    return [measurement(side, value(side).map { isUnsigned ? abs($0) : $0 })].compactMap { $0 }
  }

  /// Calculates a curve from two inclinometers: the difference of their readings.
  private func reading(of definition: FindingDefinition, _ readings: [String: Double]) -> [PhotoMeasurement] {
    let difference: Double? =
      switch definition.formula {
      case "fm.kyphosis_incl": readings["a_T1"].flatMap { upper in readings["a_T12"].map { upper - $0 } }
      case "fm.lordosis_incl": readings["a_S1"].flatMap { lower in readings["a_T12"].map { lower - $0 } }
      default: nil
      }
    guard let difference, let formula = definition.formula else { return [] }
    let method = MeasuringMethod(formula: formula, isLevelled: true)
    return [PhotoMeasurement(finding: definition.id, side: nil, value: difference, method: method)]
  }
}

extension Evaluation {
  /// Records measurements with their methods, rounded to a tenth of the unit: a photo gives no more.
  package mutating func record(_ measurements: [PhotoMeasurement]) {
    for measurement in measurements {
      let value = FindingValue.number(measurement.value.rounded(toPlaces: 1))
      let old: (left: FindingValue?, right: FindingValue?) =
        if case .sided(let left, let right) = findings[measurement.finding] { (left, right) } else { (nil, nil) }
      findings[measurement.finding] =
        switch measurement.side {
        case .left: .sided(left: value, right: old.right)
        case .right: .sided(left: old.left, right: value)
        case .mid, nil: .single(value)
        }
      methods[measurement.finding] = measurement.method
    }
  }
}

extension FindingDefinition {
  /// Returns the landmarks that it is measured from, those of a pair for each of the sides.
  package func landmarks(on sides: [BodyRegion.Side]) -> [Landmark.ID] {
    sides.flatMap { side in landmarks.map { $0.landmark(on: side) } }.reduce(into: []) { unique, landmark in
      if !unique.contains(landmark) { unique.append(landmark) }
    }
  }

  fileprivate func isTaken(in photoView: EvaluationView.ID) -> Bool {
    view == photoView.rawValue || view == "lateral" && photoView.rawValue.hasPrefix("lateral_")
  }
}

extension Landmark.ID {
  fileprivate var isPerSide: Bool { rawValue.hasSuffix("_*") }

  fileprivate func landmark(on side: BodyRegion.Side?) -> Self {
    isPerSide ? Self(rawValue: rawValue.dropLast() + (side == .left ? "l" : "r")) : self
  }
}
