import Clinical
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
  /// - Returns: the items that may be added, and the reasons why the others may not.
  package func adding(_ template: PlanTemplate, to plan: Plan) -> (added: [PlanItem], refused: [any Error]) {
    template.items.filter { !plan.contains($0) }.reduce(into: ([], [])) { outcome, item in
      do {
        outcome.added.append(try admit(item, override: nil))
      } catch {
        outcome.refused.append(error)
      }
    }
  }
}

extension Plans {
  /// Returns the practice's template with a name, regardless of case and accents.
  package func template(_ name: String) async throws -> PlanTemplate {
    let templates = try await desk.planTemplates()
    guard let template = templates.first(where: { $0.name.foldedForSearch == name.foldedForSearch }) else {
      throw CareRefusal.plan(.noTemplate(name, known: templates.map(\.name)))
    }
    return template
  }
}
