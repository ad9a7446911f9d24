import Clinical
import Records

/// What becomes of the dose of an item of a plan.
package enum DoseEdit: Sendable {
  /// It stays as it is, with the reason that was given for it.
  case keep
  /// Back to the dose of the content.
  case usual
  /// These amounts in place of what it has; the others stay.
  case set(DoseChange)

  /// The reason that is given now, which the audit keeps.
  fileprivate var reason: String? {
    if case .set(let change) = self { change.reason } else { nil }
  }

  fileprivate func applied(to dose: DoseChange?) -> DoseChange? {
    switch self {
    case .keep: dose
    case .usual: nil
    case .set(let change): dose?.merging(change) ?? change
    }
  }
}

extension Plans {
  /// Changes the dose of an item of a draft, and the note to it; nil keeps the note.
  ///
  /// - Throws: `PlanItemRefusal.dose` for an amount that the item does not have, or that is not safe;
  ///   `PlanItemRefusal.needsNoReason` for a reason where every amount is safe.
  package func setDose(
    of item: HomeCareItem.ID, in plan: Plan, to edit: DoseEdit, note: String?, dryRun: Bool
  ) async throws -> (plan: Plan, reasoning: Reasoning) {
    let reasoning = try await Reasoning.current(for: plan.client, at: desk)
    let items = try reasoning.setting(item, in: plan, to: edit, note: note)
    let changed = try await desk.perform(dryRun: dryRun) {
      try await setItems(items, of: plan, because: edit.reason)
      return try await desk.plan("\(plan.id)")
    }
    return (changed, reasoning)
  }
}

extension Reasoning {
  /// Returns the items of a draft after the dose of one is changed.
  func setting(
    _ id: HomeCareItem.ID, in plan: Plan, to edit: DoseEdit, note: String?
  ) throws -> [PlanItem] {
    guard let index = plan.items.firstIndex(where: { $0.item == id }) else {
      throw CareRefusal.planItem(.notInPlan(id, plan))
    }
    var items = plan.items
    items[index].dose = edit.applied(to: items[index].dose)
    if let note { items[index].note = note.isBlank ? nil : note }
    try refuseUnsafeDose(of: items[index])
    if let item = pack.item(id), let dose = items[index].dose, dose.reason != nil, !item.needsReason(for: dose) {
      if edit.reason != nil { throw CareRefusal.planItem(.needsNoReason(item)) }
      // What an earlier reason answered for is no longer there.
      items[index].dose?.reason = nil
    }
    return items
  }

  func refuseUnsafeDose(of entry: PlanItem) throws {
    guard let item = pack.item(entry.item), let dose = entry.dose else { return }
    let faults = item.faults(of: dose)
    if !faults.isEmpty { throw CareRefusal.planItem(.dose(item, faults)) }
  }
}

extension DoseChange {
  fileprivate func merging(_ newer: DoseChange) -> DoseChange {
    DoseChange(
      amounts: amounts.merging(newer.amounts) { $1 }, side: newer.side ?? side, reason: newer.reason ?? reason)
  }
}
