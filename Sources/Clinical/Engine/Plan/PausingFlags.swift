extension ContentPack {
  /// Returns the red flags that forbid or change a plan of these items if a later intake raises them: those that block one
  /// of the items, and those raised by an answer that one of its contraindications asks about, too.
  ///
  /// Urgent flags and emergencies are left out, because the database pauses every plan for them. So are the flags
  /// that the plan was issued with: it was made in knowledge of them. Erring towards a pause is our own judgement:
  /// it costs the therapist a look.
  package func pausingFlags(for items: [HomeCareItem.ID], issuedWith assessment: Assessment) -> [RedFlag.ID] {
    let items = items.compactMap(item)
    let known = Set(assessment.redFlags)
    return redFlags.enumerated().filter { place, flag in
      flag.urgency < .urgent && !known.contains(flag.id) && items.contains { $0.isTouched(by: flag, at: place) }
    }.map(\.element.id)
  }
}

extension HomeCareItem {
  /// - Parameter place: of the flag in its pack.
  fileprivate func isTouched(by flag: RedFlag, at place: Int) -> Bool {
    flag.blocks(self)
      || contraindications.contains { limit in
        limit.effect > .caution
          && limit.when.nodes.contains { node in
            node == .redFlag(place) || flag.when.nodes.contains { $0.asks(theSameAs: node) }
          }
      }
  }
}

extension Rule.Node {
  /// Whether one answer of the form could make both true.
  fileprivate func asks(theSameAs other: Self) -> Bool {
    switch (self, other) {
    case (.chosen(let slot, let choices), .chosen(let otherSlot, let others)):
      slot == otherSlot && choices & others != 0
    case (.number(let slot, _, _), .number(let otherSlot, _, _)): slot == otherSlot
    case (.marked(let slot, let regions, _, _), .marked(let otherSlot, let others, _, _)):
      slot == otherSlot && regions & others != 0
    default: false
    }
  }
}
