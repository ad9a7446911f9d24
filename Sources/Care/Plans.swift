import Clinical
import Handout
import Records

/// The home-care plans of a practice, which are drafted from what is known today, checked, issued, and paused when they
/// no longer fit.
package struct Plans: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Proposes a plan for a client, without what hurts them in a plan that they hold.
  ///
  /// - Throws: `ConsentRefusal.withheld`; `PlanBasisRefusal` while the basis of a plan is missing, or a newer intake has
  ///   flags to acknowledge.
  package func proposal(for client: Client) async throws -> Reasoning {
    var proposal = try await basis(for: client.id)
    proposal.hurting = try await hurting(client.id)
    return proposal
  }

  func basis(for client: Client.ID) async throws -> Reasoning {
    try await Consents(at: desk).refuseWithheld(by: client)
    let reasoning = try await Reasoning.current(for: client, at: desk)
    try await reasoning.refuseWaitingFlags(at: desk)
    return reasoning
  }

  /// Stores the draft that was proposed.
  package func draft(_ proposal: Reasoning) async throws -> Plan { try await store(proposal, proposal.draftedItems) }

  func store(_ proposal: Reasoning, _ items: [PlanItem]) async throws -> Plan {
    try await desk.createPlan(
      id: .new(), client: proposal.intake.client, intake: proposal.intake.id, evaluation: proposal.evaluation?.id,
      contentVersion: proposal.pack.version, items: items)
  }

  /// Checks a plan, which is about to be issued or opened again, against what is known today. The database refuses once
  /// more what is known by the moment in which it is.
  ///
  /// - Parameter nextVisit: the day that is to be printed on the plan; nil keeps that of the draft.
  /// - Throws: `CareRefusal` with everything that stands in the way.
  package func check(_ plan: Plan, nextVisit: CalendarDate? = nil) async throws -> CheckedPlan {
    try nextVisit?.checkNextVisit()
    let reasoning = try await basis(for: plan.client)
    try await CheckIns(at: desk).refuseWaitingFlags(of: plan.client)
    return CheckedPlan(
      plan: plan, items: try reasoning.checkedItems(of: plan), reasoning: reasoning, nextVisit: nextVisit)
  }

  /// Sets the next visit and the therapist's own words to the client in a draft; nil keeps what the draft has.
  ///
  /// - Throws: `ClientRefusal.nextVisitIsOver`.
  package func describe(
    _ plan: Plan, nextVisit: CalendarDate?, message: String?, dryRun: Bool = false
  ) async throws -> Plan {
    try nextVisit?.checkNextVisit()
    guard nextVisit != nil || message != nil else { return plan }
    return try await desk.perform(dryRun: dryRun) {
      try await desk.describePlan(plan, nextVisit: nextVisit ?? plan.nextVisit, message: message ?? plan.message)
    }
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
      return (try await Reasoning.current(for: plan.client, at: desk), nil)
    } catch let refusal as CareRefusal {
      return (try await Reasoning.original(of: plan, at: desk), refusal)
    }
  }

  /// Whether a draft does not know what counts today: the form, the evaluation, what was done about red flags since, or
  /// what has hurt the client in the plan that it replaces.
  ///
  /// - Throws: as `proposal(for:)`.
  package func isOutdated(_ draft: Plan) async throws -> Bool {
    let today = try await basis(for: draft.client)
    if today.intake.id != draft.intake || today.evaluation?.id != draft.evaluation { return true }
    if today.intake.flags.compactMap(\.acknowledgedAt).contains(where: { $0 > draft.createdAt }) { return true }
    let hurting = try await hurting(draft.client)
    return draft.items.contains { hurting.contains($0.item) }
  }

  /// The items that hurt a client a lot in a plan that they hold.
  private func hurting(_ client: Client.ID) async throws -> Set<HomeCareItem.ID> {
    let held = try await desk.plans(of: client).filter { $0.state == .issued || $0.state == .paused }
    return held.reduce(into: []) { $0.formUnion($1.pausedItems) }
  }

  /// Returns the document of a plan that is not issued, without a link to the client's page.
  package func preview(_ plan: Plan, _ reasoning: Reasoning) async throws -> Handout {
    Handout(
      try await PlanSource(plan, items: plan.items, reasoning: reasoning, at: desk), content: reasoning.pack)
  }

  /// Returns the newest draft of a plan for a client, and the newest plan that they hold; nil where there is none.
  package func standing(of client: Client.ID) async throws -> (draft: PlanSummary?, held: PlanSummary?) {
    let newestFirst = try await desk.planIndex(of: client)
    return (
      newestFirst.first { $0.state == .draft }, newestFirst.first { $0.state == .issued || $0.state == .paused }
    )
  }

  /// Returns the newest plan that the client holds besides this one.
  package func heldBesides(_ plan: Plan) async throws -> Plan {
    let held = try await desk.plans(of: plan.client).filter { $0.id != plan.id && $0.state == .issued }
    guard let newest = held.first else {
      throw CareRefusal.plan(.onlyPlan(plan, of: try await desk.client("\(plan.client)")))
    }
    return newest
  }
}
