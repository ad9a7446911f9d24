import Clinical

/// A finding of an earlier evaluation, and what of a draft rests on it.
package struct RestingItems: Sendable {
  package let finding: StandingFinding
  /// The items that would not be drafted if the finding were gone.
  package let items: [HomeCareItem.ID]
}

extension Reasoning {
  /// What the conclusions take from earlier evaluations than the newest.
  package var restingOnEarlier: [RestingItems] {
    let drafted = draftedItems.map(\.item)
    return standing.earlier.map { finding in
      let without = Set(self.without(finding).draftedItems.map(\.item))
      return RestingItems(finding: finding, items: drafted.filter { !without.contains($0) })
    }
  }
}
