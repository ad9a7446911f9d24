import Foundation

/// How well a person places the landmarks of a photo again, from one photo that they did twice.
///
/// The standard error of one placing is √(Σd²/2n) over the n measures that both placings give, d being their difference
/// (Bland and Altman 1996, “Measurement error”, BMJ 312:1654). Two placings of an unchanged body differ by no more than
/// 1.96·√2 of it in 95 of 100 cases. It knows nothing of how the client stands on another day, so it is the least error,
/// not the whole.
package struct TappingRepeatability: Sendable, Hashable {
  /// The number of measures in degrees and in millimetres that were placed twice.
  package let angles: Int
  package let distances: Int
  /// The standard errors; nil without such a measure.
  package let degrees: Double?
  package let millimetres: Double?

  package init(differencesInDegrees: [Double], differencesInMillimetres: [Double]) {
    (angles, distances) = (differencesInDegrees.count, differencesInMillimetres.count)
    degrees = Self.standardError(differencesInDegrees)
    millimetres = Self.standardError(differencesInMillimetres)
  }

  private static func standardError(_ differences: [Double]) -> Double? {
    guard !differences.isEmpty else { return nil }
    return (differences.reduce(0) { $0 + $1 * $1 } / Double(2 * differences.count)).squareRoot()
  }

  /// Returns the difference that two placings of an unchanged body may show, in degrees or millimetres.
  package func detectableChange(inMillimetres: Bool) -> Double? {
    (inMillimetres ? millimetres : degrees).map { 1.96 * 2.0.squareRoot() * $0 }
  }
}

extension ContentPack {
  /// Measures every finding that a tapped photo gives, in the order of the pack. Where the landmarks were placed twice,
  /// the methods say how well the person repeats it.
  package func measurements(from tapped: TappedPhoto) -> [PhotoMeasurement] {
    let own = repeatability(of: tapped)
    return measurements(from: LandmarkFile(photos: [tapped.photo])).map { measurement in
      let inMillimetres = finding(measurement.finding)?.unit == "mm"
      return measurement.repeated(within: own?.detectableChange(inMillimetres: inMillimetres)?.rounded(toPlaces: 2))
    }
  }

  /// Returns how well a person repeats the landmarks of a photo; nil when no measure was placed twice.
  package func repeatability(of tapped: TappedPhoto) -> TappingRepeatability? {
    let first = measurements(from: LandmarkFile(photos: [tapped.photo(tapped.points)]))
    let second = measurements(from: LandmarkFile(photos: [tapped.photo(tapped.again)]))
    var differences: (degrees: [Double], millimetres: [Double]) = ([], [])
    for one in first {
      guard let other = second.first(where: { $0.finding == one.finding && $0.side == one.side }) else { continue }
      if finding(one.finding)?.unit == "mm" {
        differences.millimetres.append(other.value - one.value)
      } else {
        differences.degrees.append(other.value - one.value)
      }
    }
    guard !differences.degrees.isEmpty || !differences.millimetres.isEmpty else { return nil }
    return TappingRepeatability(
      differencesInDegrees: differences.degrees, differencesInMillimetres: differences.millimetres)
  }
}

extension PhotoMeasurement {
  fileprivate func repeated(within change: Double?) -> PhotoMeasurement {
    let method = MeasuringMethod(formula: method.formula, isLevelled: method.isLevelled, ownChange: change)
    return PhotoMeasurement(finding: finding, side: side, value: value, method: method)
  }
}
