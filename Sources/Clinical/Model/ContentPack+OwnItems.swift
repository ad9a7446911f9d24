extension ContentPack {
  /// Returns the content with a practice's own items beside the items of the library: drafted, checked and explained as
  /// they are. An item whose kinds of load this content does not know is kept by name only.
  package func adding(_ own: [OwnItem]) -> ContentPack {
    if own.isEmpty { return self }
    let added = own.map { HomeCareItem($0, ownItems) }
    var drafted: [Hypothesis.ID: [HomeCareItem.ID]] = [:]
    for (item, definition) in zip(own, added) where definition.withdrawal == nil {
      for cause in item.causes { drafted[cause, default: []].append(item.id) }
    }
    let hypotheses = hypotheses.map { hypothesis in
      var hypothesis = hypothesis
      hypothesis.suggests += (drafted[hypothesis.id] ?? []).map { .init(item: $0, priority: Self.priority, when: nil) }
      return hypothesis
    }
    return with(hypotheses: hypotheses, items: items + added)
  }

  /// Before all that the content suggests: the therapist has said that this is what they give for the cause.
  private static let priority = 0
}

extension HomeCareItem {
  fileprivate init(_ own: OwnItem, _ rules: OwnItemRules?) {
    let loads = own.loads.compactMap { name in rules?.loads.first { $0.id == name } }
    var seen: Set<Contraindication.ID> = []
    self.init(
      id: own.id, title: own.title, category: own.category, regions: own.regions, muscles: [], steps: own.steps,
      dose: own.prescribed,
      progression: "", leadsTo: [], stopIf: own.stopIf + (rules?.stopIf ?? []).filter { !own.stopIf.contains($0) },
      tags: own.loads, contraindications: loads.flatMap(\.contraindications).filter { seen.insert($0.id).inserted },
      evidenceGrade: "custom", evidenceNote: rules?.evidenceNote ?? "", sources: [], equipment: [], safeInHold: false,
      core: false, usesWhen: nil, scope: nil, conflictsWith: [])
    if own.isRetired {
      withdrawal = .retired
    } else if rules == nil || loads.count < own.loads.count {
      withdrawal = .unchecked
    }
  }
}
