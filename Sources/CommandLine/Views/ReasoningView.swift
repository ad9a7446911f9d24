import Care
import Records

extension Console {
  /// Returns the reasons behind a plan, and warns when they are not today's.
  func reasoning(of plan: Plan, at desk: Desk) async throws -> Reasoning {
    let (reasoning, outdated) = try await Plans(at: desk).reasoning(of: plan)
    if let refusal = outdated.map(CommandError.init) {
      warn("Shown with the reasons it was made with: \(refusal.what)")
      for step in refusal.next { note(step) }
    }
    return reasoning
  }

  /// Warns of the plans that were paused because of what was recorded.
  func say(_ pauses: PlanPauses?) {
    for plan in pauses?.paused ?? [] {
      warn("Plan \(plan.shortID) is paused: with what is known now it could not be issued.")
    }
  }
}
