import Clinical
import Records

/// Keeps issued plans honest: one that a new red flag touches is paused.
struct PlanWatch {
  let client: Client.ID
  let desk: Desk

  /// Evaluates what is known today and pauses every issued plan that could not be issued any more.
  /// - Returns: the plans that were paused.
  func pauseTouchedPlans() async throws -> [Plan] {
    let issued = try await desk.plans(of: client).filter { $0.state == .issued }
    guard !issued.isEmpty,
      let reasoning = try? await Reasoning.current(for: try await desk.client("\(client)"), at: desk)
    else { return [] }
    let touched = issued.filter { plan in
      plan.items.contains { (try? reasoning.admit($0.item, override: $0.override)) == nil }
    }
    for plan in touched { try await desk.pausePlan(plan.id) }
    return touched
  }
}
