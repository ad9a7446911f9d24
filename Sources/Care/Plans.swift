import Clinical
import Foundation
import Handout
import Records

/// The home-care plans of a practice, which are drafted from what is known today, checked, issued, and paused when they
/// no longer fit.
package struct Plans: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Proposes a plan for a client.
  ///
  /// - Throws: `ConsentRefusal.withheld`; `PlanBasisRefusal` while the basis of a plan is missing, or a newer intake has
  ///   flags to acknowledge.
  package func proposal(for client: Client) async throws -> Reasoning {
    try await Consents(at: desk).refuseWithheld(by: client.id)
    let reasoning = try await Reasoning.current(for: client, at: desk)
    try await reasoning.refuseWaitingFlags(at: desk)
    return reasoning
  }

  /// Stores the draft that was proposed.
  package func draft(_ proposal: Reasoning) async throws -> Plan {
    try await desk.createPlan(
      id: .new(), client: proposal.intake.client, intake: proposal.intake.id, evaluation: proposal.evaluation?.id,
      contentVersion: proposal.pack.version, items: proposal.draftedItems)
  }

  /// Checks a plan, which is about to be issued or opened again, against what is known today.
  ///
  /// - Throws: `CareRefusal` with everything that stands in the way.
  package func check(_ plan: Plan) async throws -> CheckedPlan {
    try await Consents(at: desk).refuseWithheld(by: plan.client)
    let reasoning = try await Reasoning.current(for: plan, at: desk)
    try await reasoning.refuseWaitingFlags(at: desk)
    return CheckedPlan(plan: plan, items: try reasoning.checkedItems(of: plan), reasoning: reasoning)
  }

  /// Drafts the next version of an issued plan.
  ///
  /// - Parameter dryRun: whether the draft is taken back at once.
  package func revise(_ plan: Plan, dryRun: Bool) async throws -> (draft: Plan, reasoning: Reasoning) {
    try await Consents(at: desk).refuseWithheld(by: plan.client)
    let reasoning = try await Reasoning.current(for: plan, at: desk)
    try await reasoning.refuseWaitingFlags(at: desk)
    let draft = try await desk.perform(dryRun: dryRun) { try await desk.revisePlan(plan.id, as: .new()) }
    return (draft, reasoning)
  }

  /// Opens the client's page again, after checking the plan as for an issue.
  package func resume(_ plan: Plan, dryRun: Bool) async throws {
    _ = try await check(plan)
    try await desk.perform(dryRun: dryRun) { try await desk.resumePlan(plan.id) }
  }

  /// Returns the reasons behind a plan: with what is known today or, when no plan could be drafted today, with the records
  /// it was made from.
  ///
  /// - Returns: the reasoning, and the reason why it is not today's; nil if it is.
  package func reasoning(of plan: Plan) async throws -> (reasoning: Reasoning, outdated: CareRefusal?) {
    do {
      return (try await Reasoning.current(for: plan, at: desk), nil)
    } catch let refusal as CareRefusal {
      return (try await Reasoning.original(of: plan, at: desk), refusal)
    }
  }

  /// Returns the document of a plan that is not issued, without a link to the client's page.
  package func preview(_ plan: Plan, _ reasoning: Reasoning) async throws -> Handout {
    Handout(
      try await PlanSource(plan, items: plan.items, reasoning: reasoning, at: desk), content: reasoning.pack)
  }

  /// Returns the newest plan that the client holds besides this one.
  package func heldBesides(_ plan: Plan) async throws -> Plan {
    let held = try await desk.plans(of: plan.client).filter { $0.id != plan.id && $0.state == .issued }
    guard let newest = held.max(by: { $0.createdAt < $1.createdAt }) else {
      throw CareRefusal.plan(.onlyPlan(plan, of: try await desk.client("\(plan.client)")))
    }
    return newest
  }
}
