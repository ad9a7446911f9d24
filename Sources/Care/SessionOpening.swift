import Clinical
import Installation
import Records

/// What a therapist meets when a client comes back, before anything is decided.
package struct SessionOpening: Sendable {
  package let client: Client
  /// What is to be known of the client before anything else.
  package let notices: [ClientNotice]
  package let lastVisit: Visit?
  /// The newest form that waits for its review; nil when none does.
  package let review: IntakeInReview?
  /// The check-ins that nobody has read, oldest first.
  package let checkIns: [CheckInNews]
  /// What was found before and counts today, by the content of this program.
  package let standing: StandingFindings
  /// An evaluation and a visit that were begun and not signed.
  package let openEvaluation: EvaluationRecord?
  package let openVisit: Visit?
  package let draft: PlanSummary?
  package let held: PlanSummary?
  package let pack: ContentPack

  /// - Throws: `PlanBasisRefusal.noAcceptedIntake` for a client of whom there is no form at all.
  package init(for client: Client, at desk: Desk) async throws {
    self.client = client
    pack = try ShareDirectory.contentPack()
    notices = try await desk.notices(of: "\(client.id)")
    let visits = try await desk.visits(of: client.id)
    lastVisit = visits.first { $0.state != .draft }
    openVisit = visits.first { $0.state == .draft }
    let evaluations = try await desk.evaluations(of: client.id)
    openEvaluation = evaluations.first { $0.state == .draft }
    standing = try evaluations.signed.standing(on: .today(), pack)
    let intakes = try await desk.intakes(of: client.id)
    guard !intakes.isEmpty else { throw CareRefusal.planBasis(.noAcceptedIntake(client, waiting: nil)) }
    let waiting = intakes.first { $0.state.waitsForReview }
    review = if let waiting { try await Intakes(at: desk).review(waiting) } else { nil }
    checkIns = try await CheckIns(at: desk).unread(of: client.id)
    (draft, held) = try await Plans(at: desk).standing(of: client.id)
  }
}

extension Plan {
  /// Returns the day of the next visit that the plan names, if it is to come; else a day as far ahead as the last visit
  /// lies back.
  package func proposedNextVisit(after last: Visit?, today: CalendarDate) -> CalendarDate? {
    if let nextVisit, nextVisit > today { return nextVisit }
    let gap = last.map { $0.heldOn.days(to: today) } ?? 0
    return gap > 0 ? today.adding(days: gap) : nil
  }
}

/// The steps of a session, in their order.
package enum SessionStep: String, Sendable, CaseIterable { case flags, checkIns = "check_ins", findings, plan, visit }

extension SessionOpening {
  /// The steps in which something waits for the therapist; findings, plan and visit always do.
  package var steps: [SessionStep] {
    SessionStep.allCases.filter { step in
      switch step {
      case .flags: review != nil
      case .checkIns: !checkIns.isEmpty
      case .findings, .plan, .visit: true
      }
    }
  }
}
