import Clinical
import Records

/// What the next version of a plan changes, and why.
package struct PlanRevision: Sendable {
  /// The items of the next version: those that stay, in their order, then the new ones.
  package var items: [PlanItem] = []
  package var new: [PlanItem] = []
  /// The items that stay and are limited in another way than before.
  package var changed: [PlanItem] = []
  /// The things to do that begin sooner or later than before.
  package var moved: [PlanItem] = []
  /// The items that go: nil where nothing asks for the item any more, else what refuses it today.
  package var gone: [(item: HomeCareItem.ID, refusal: (any Error)?)] = []

  /// Whether the next version has the same items with the same limits in the same steps.
  package var isEmpty: Bool { new.isEmpty && changed.isEmpty && moved.isEmpty && gone.isEmpty }
}

extension Plans {
  /// Drafts the next version of an issued plan from what is known today and what its check-ins ask for, with what the
  /// therapist has chosen by hand.
  ///
  /// - Parameter dryRun: whether the draft is taken back at once.
  package func revise(
    _ plan: Plan, dryRun: Bool
  ) async throws -> (draft: Plan, reasoning: Reasoning, revision: PlanRevision) {
    let reasoning = try await basis(for: plan.client)
    var revision = reasoning.revising(plan, draftedBefore: try await itemsDrafted(for: plan))
    var before: Plan?
    if let id = plan.revises { before = try await desk.plan("\(id)") }
    reasoning.follow(
      try await CheckIns(at: desk).advice(on: plan), in: &revision, of: plan, after: before)
    let next = revision
    let draft = try await desk.perform(dryRun: dryRun) {
      let draft = try await desk.revisePlan(plan.id, as: .new(), from: reasoning.basis(of: next.items, in: plan))
      try await setItems(next.items, of: draft)
      return try await desk.plan("\(draft.id)")
    }
    return (draft, reasoning, next)
  }

  /// Returns what was drafted when a plan was made; nothing when its records can no longer be assessed.
  private func itemsDrafted(for plan: Plan) async throws -> [PlanItem] {
    do {
      return try await Reasoning.original(of: plan, at: desk).draftedItems
    } catch is CareRefusal {
      return []
    }
  }
}

extension Reasoning {
  /// Works out the next version of a plan. What the therapist added stays, and so does an item with their dose, note or
  /// override, unless it is refused today. What they took out of the draft does not come back, and what the client was told
  /// to leave out goes.
  ///
  /// - Parameter draftedBefore: what was drafted when the plan was made.
  func revising(_ plan: Plan, draftedBefore: [PlanItem]) -> PlanRevision {
    let drafted = draftedItems
    var revision = PlanRevision()
    for item in plan.items {
      guard !plan.pausedItems.contains(item.item) else {
        revision.gone.append((item.item, CareRefusal.planItem(.hurts(item.item))))
        continue
      }
      let isAskedFor = drafted.contains { $0.item == item.item } || item.isByHand(draftedBefore)
      guard isAskedFor else {
        revision.gone.append((item.item, nil))
        continue
      }
      do {
        var kept = try renewing(item)
        if let before = draftedBefore.first(where: { $0.item == item.item }), before.dose == item.dose,
          let now = drafted.first(where: { $0.item == item.item })
        {
          kept.dose = now.dose
        }
        revision.items.append(kept)
        if (kept.effect, kept.reasons, kept.dose) != (item.effect, item.reasons, item.dose) {
          revision.changed.append(kept)
        }
      } catch {
        revision.gone.append((item.item, error))
      }
    }
    revision.new = drafted.filter { !plan.contains($0.item) && !draftedBefore.map(\.item).contains($0.item) }
    revision.items += revision.new
    return revision
  }
}

extension PlanItem {
  /// Whether the therapist chose the item or changed something about it.
  fileprivate func isByHand(_ draftedBefore: [PlanItem]) -> Bool {
    guard let drafted = draftedBefore.first(where: { $0.item == item }) else { return true }
    return sources.isEmpty || override != nil || dose != drafted.dose || note != nil
  }
}
