import Clinical
import Records

/// What a therapist set in a plan, as it was printed: the basis of another draft.
package struct PlanCopy: Sendable {
  package let items: [PlanItem]
  package let nextVisit: CalendarDate?
  package let message: String?

  package init(items: [PlanItem], nextVisit: CalendarDate?, message: String?) {
    self.items = items
    self.nextVisit = nextVisit
    self.message = message
  }
}

extension Reasoning {
  /// Checks the items of a plan that was printed, for the client of this proposal and against what is known today.
  ///
  /// - Throws: `PlanItemRefusal` for the first item that may not be in the plan.
  package func checked(_ copy: PlanCopy) throws -> [PlanItem] {
    try copy.nextVisit?.checkNextVisit()
    if let item = copy.items.first(where: { hurting.contains($0.item) }) {
      throw CareRefusal.planItem(.hurts(item.item))
    }
    return pack.closingUpPhases(of: try copy.items.map(renewing))
  }
}

extension Plans {
  /// Stores a draft with the items and the words of a plan that was printed.
  package func draft(_ proposal: Reasoning, as copy: PlanCopy) async throws -> Plan {
    let items = try proposal.checked(copy)
    return try await desk.transaction {
      let plan = try await store(proposal, items)
      return try await describe(plan, nextVisit: copy.nextVisit, message: copy.message)
    }
  }
}
