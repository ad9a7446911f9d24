/// How much and how often.
package struct Dose: Sendable {
  /// An amount that a therapist may set for one client; the raw value is its name in the content.
  package enum Amount: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case sets, minutes, weeks
    case repeats = "reps"
    case holdSeconds = "hold_s"
    case timesADay = "times_per_day"
    case daysAWeek = "days_per_week"
  }

  package enum Side: String, Sendable, CaseIterable, Codable { case left, right, both }

  /// Amounts by name (`reps`, `sets`, `hold_s`, `minutes`, `times_per_day`, `days_per_week`, `weeks` ...), in the
  /// unit the name says.
  package var amounts: [String: Double]
  /// The most that is still safe of what a therapist may raise. An amount that is not here may only be lowered.
  package let most: [Amount: Int]
  package let note: String?
  /// The side on which the client does it; in the content `both` says that it is done side by side. Nil where there are no
  /// sides.
  package var side: Side?

  package init(amounts: [String: Double], most: [Amount: Int], note: String?) {
    self.amounts = amounts
    self.most = most
    self.note = note
  }
}

/// A dose that a therapist sets for one client in place of the content's.
package struct DoseChange: Sendable, Hashable, Codable {
  package var amounts: [Dose.Amount: Int]
  package var side: Dose.Side?
  /// Why it may be outside of the safe bounds; nil while it is within them.
  package var reason: String?

  package init(amounts: [Dose.Amount: Int] = [:], side: Dose.Side? = nil, reason: String? = nil) {
    self.amounts = amounts
    self.side = side
    self.reason = reason
  }
}
