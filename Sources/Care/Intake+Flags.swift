import Clinical
import Records

extension Intake.State {
  /// Whether a therapist has yet to decide on the intake.
  package var waitsForReview: Bool { self == .submitted || self == .flagged || self == .amended }
}

extension Intake {
  /// The red flags that nobody has acknowledged, the most urgent first.
  package var openFlags: [IntakeFlag] { flags.filter { $0.acknowledgedAt == nil }.mostUrgentFirst }

  /// Returns those of these red flags that the intake does not raise itself.
  package func others(of flags: [RedFlag.ID], _ pack: ContentPack) -> [RedFlag] {
    let own = Set(self.flags.map(\.flag))
    return flags.filter { !own.contains($0) }.compactMap(pack.redFlag)
  }
}

extension [IntakeFlag] {
  package var mostUrgentFirst: [IntakeFlag] { sorted { ($0.urgency, $1.flag) > ($1.urgency, $0.flag) } }
}

extension IntakeSummary {
  /// Orders emergencies first, then by urgency, then the longest waiting.
  package static func mostPressingFirst(_ left: IntakeSummary, _ right: IntakeSummary) -> Bool {
    if left.highestUrgency == right.highestUrgency { return left.submittedAt < right.submittedAt }
    guard let urgency = left.highestUrgency else { return false }
    return right.highestUrgency.map { urgency > $0 } ?? true
  }
}
