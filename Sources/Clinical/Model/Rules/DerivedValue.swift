/// A value calculated from answers, which rules read like an answer.
package enum DerivedValue: String, Sendable, CaseIterable {
  case ageYears = "derived.age_years"
  case bagPercent = "derived.bag_pct"
  case bodyMassIndex = "derived.bmi"
  case phase = "derived.phase"
  case trimester = "derived.trimester"
  case yearsSinceFirst = "derived.years_since_first"
  case onsetAgeYears = "derived.onset_age_years"
  case psfsMean = "derived.psfs_mean"

  /// The values of `phase`, by index.
  static let phases = ["acute", "subacute", "chronic"]

  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether it is reported as a whole number.
  package var isWhole: Bool { [.ageYears, .trimester, .yearsSinceFirst, .onsetAgeYears].contains(self) }
}
