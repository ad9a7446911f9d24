extension ContentPack {
  /// Returns the rules of a hypothesis that are true, without those that another of them says more sharply: of “stress 7
  /// or more” and “stress 5 or more” only the first.
  package func reasons(for raised: Assessment.RaisedHypothesis) -> [Hypothesis.WeightedRule] {
    let held = hypothesis(raised.id)?.rules.filter { raised.reasons.contains($0.id) } ?? []
    return held.filter { rule in !held.contains { rule.when.isBlunter(than: $0.when) } }
  }
}

extension Rule {
  /// Whether both compare the same value in the same way, and the other with a stricter limit.
  fileprivate func isBlunter(than other: Rule) -> Bool {
    guard nodes.count == 1, other.nodes.count == 1 else { return false }
    switch (nodes[0], other.nodes[0]) {
    case (.number(let slot, let comparison, let limit), .number(let otherSlot, let otherComparison, let otherLimit)):
      return slot == otherSlot && comparison == otherComparison && comparison.isStricter(otherLimit, than: limit)
    case (
      .measured(let finding, let side, let comparison, let limit),
      .measured(let otherFinding, let otherSide, let otherComparison, let otherLimit)
    ):
      return finding == otherFinding && side == otherSide && comparison == otherComparison
        && comparison.isStricter(otherLimit, than: limit)
    default: return false
    }
  }
}

extension Rule.Comparison {
  fileprivate func isStricter(_ limit: Double, than other: Double) -> Bool {
    switch self {
    case .gte, .gt: limit > other
    case .lte, .lt: limit < other
    }
  }
}
