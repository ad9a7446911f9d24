import Clinical

extension ClientPlanCopy.CheckInBasis {
  /// Returns the things to do that hurt a lot, to be left out until the plan is revised.
  ///
  /// - Parameter paused: the items that are paused.
  package func leftOut(_ paused: [HomeCareItem.ID]) -> [Item] { items.filter { paused.contains($0.id) } }
}

extension ClientPlanCopy {
  /// The blocks in the order in which a client needs them: `first` what cannot wait; `then` the signs to get help for,
  /// what to do today, and the rest in the order of the paper.
  package var byNeed: (first: [Block], then: [Block]) {
    let sections = sections
    let opening = sections.first ?? []
    let today = sections.first { $0.contains(where: \.isForToday) } ?? []
    let others = sections.dropFirst().filter { $0 != today }.flatMap { $0 }
    let then = [
      blocks.filter(\.isHelp), opening.filter(\.isParagraph), today.filter { !$0.isWarning }, today.filter(\.isWarning),
      others.filter { !$0.isHelp }, opening.filter { !$0.isWarning && !$0.isHelp && !$0.isParagraph },
    ]
    return (opening.filter(\.isWarning), then.flatMap { $0 })
  }

  /// The blocks up to the first heading, then one section for each heading.
  private var sections: [[Block]] {
    blocks.reduce(into: [[]]) { sections, block in
      if case .heading(2, _) = block { sections.append([block]) } else { sections[sections.count - 1].append(block) }
    }
  }
}

extension ClientPlanCopy.Block {
  fileprivate var isForToday: Bool { if case .thing(let thing) = self { !thing.isLater } else { false } }
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  fileprivate var isWarning: Bool { if case .warning = self { true } else { false } }
  fileprivate var isHelp: Bool { if case .help = self { true } else { false } }
}
