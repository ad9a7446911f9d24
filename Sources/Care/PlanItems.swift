import Clinical
import Installation
import Records

extension Plan {
  package func contains(_ item: HomeCareItem.ID) -> Bool { items.contains { $0.item == item } }

  /// Returns the plan if it is a draft: what a client holds is never edited.
  package func asDraft() throws -> Plan {
    guard state == .draft else { throw CareRefusal.plan(.notDraft(self)) }
    return self
  }

  /// Returns the items without this one.
  package func removing(_ item: HomeCareItem.ID) throws -> [PlanItem] {
    guard contains(item) else { throw CareRefusal.planItem(.notInPlan(item, self)) }
    return items.filter { $0.item != item }
  }

  /// Returns the items with some of them first, in the order given; the others follow as they were.
  package func putting(first named: [HomeCareItem.ID]) throws -> [PlanItem] {
    let first = try named.map { id in
      guard let item = items.first(where: { $0.item == id }) else {
        throw CareRefusal.planItem(.notInPlan(id, self))
      }
      return item
    }
    guard Set(named).count == named.count else { throw CareRefusal.planItem(.namedTwice) }
    return first + items.filter { !named.contains($0.item) }
  }
}

extension Reasoning {
  /// Checks an item that is to be added to a draft.
  ///
  /// - Throws: `PlanItemRefusal` when it is in the plan already, or the content's rules refuse it.
  package func adding(_ item: HomeCareItem.ID, to plan: Plan, override: ItemOverride?) throws -> PlanItem {
    guard !plan.contains(item) else { throw CareRefusal.planItem(.inPlanAlready(item, plan)) }
    return try admit(item, override: override)
  }

  /// Checks the items of a template, which was made for no client in particular, for the client of a draft.
  ///
  /// - Returns: the items that may be added, and every other item with the reason why it is left out.
  package func adding(
    _ template: PlanTemplate, to plan: Plan
  ) -> (added: [PlanItem], leftOut: [(item: HomeCareItem.ID, why: any Error)]) {
    template.items.reduce(into: ([], [])) { outcome, item in
      do {
        outcome.added.append(try adding(item, to: plan, override: nil))
      } catch {
        outcome.leftOut.append((item, error))
      }
    }
  }
}

extension Plans {
  /// Replaces the items of a draft, with something to do in the first phase if there is in any.
  ///
  /// - Parameter reason: why something is outside of what the content calls safe, for the audit.
  package func setItems(_ items: [PlanItem], of plan: Plan, because reason: String? = nil) async throws {
    let pack = try await desk.content(plan.contentVersion)
    try await desk.setItems(pack.closingUpPhases(of: items), of: plan, because: reason)
  }

  /// Returns the practice's template with a name, regardless of case and accents.
  package func template(_ name: String) async throws -> PlanTemplate {
    let templates = try await desk.planTemplates()
    guard let template = templates.first(where: { $0.name.hasSameWords(as: name) }) else {
      throw CareRefusal.plan(.noTemplate(name, known: templates.map(\.name)))
    }
    return template
  }

  /// Saves templates, all of them or none.
  ///
  /// - Throws: `PlanItemRefusal.unknown` for an item that neither the content nor the practice has.
  package func save(_ templates: [(name: String, items: [HomeCareItem.ID])], dryRun: Bool) async throws {
    let pack = try await desk.content(try ShareDirectory.contentVersion())
    for item in templates.flatMap(\.items) where pack.item(item) == nil {
      throw CareRefusal.planItem(.unknown(item, near: pack.itemsNear(item.rawValue)))
    }
    try await desk.transaction(dryRun: dryRun) {
      for template in templates { try await desk.savePlanTemplate(template.name, items: template.items) }
    }
  }
}
