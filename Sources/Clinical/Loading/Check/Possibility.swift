/// What any answers and findings could make true, to find rules that nothing can trigger. In doubt it says yes.
struct Possibility {
  private let pack: ContentPack
  /// Whether the question can be shown, or the derived value calculated; by slot.
  private(set) var slots: [Bool]
  private(set) var patterns: [Bool] = []
  private(set) var redFlags: [Bool] = []
  private(set) var hypotheses: [Hypothesis.Level] = []

  /// Goes through the pack in the order in which it is evaluated.
  init(_ pack: ContentPack) {
    self.pack = pack
    slots = pack.questions.map { !$0.retired } + DerivedValue.allCases.map { _ in true }
    for slot in pack.questions.indices.sorted(by: { pack.questions[$0].page < pack.questions[$1].page }) {
      if let rule = pack.questions[slot].showIf { slots[slot] = slots[slot] && canHold(rule) }
    }
    for value in DerivedValue.allCases {
      let slot = pack.book.derivation.slot(of: value)
      slots[slot] = pack.book.derivation.sources(of: slot).contains { slots[$0] }
    }
    for pattern in pack.patterns { patterns.append(canHold(pattern.when)) }
    for flag in pack.redFlags { redFlags.append(canHold(flag.when)) }
    for hypothesis in pack.hypotheses { hypotheses.append(highestLevel(of: hypothesis)) }
  }

  func canHold(_ rule: Rule) -> Bool {
    var position = 0
    return canHold(rule, at: &position)
  }

  private func highestLevel(of hypothesis: Hypothesis) -> Hypothesis.Level {
    if let requires = hypothesis.requires, !canHold(requires) { return .none }
    let score = hypothesis.rules.reduce(0) { $0 + (canHold($1.when) ? $1.weight : 0) }
    return score >= hypothesis.likelyMinimum ? .likely : score >= hypothesis.possibleMinimum ? .possible : .none
  }

  private func canHold(_ rule: Rule, at position: inout Int) -> Bool {
    let node = rule.nodes[position]
    position += 1
    guard let size = node.size else { return canHold(node) }
    let end = position + size
    var parts: [Bool] = []
    var leaves: [Rule.Node] = []
    while position < end {
      if rule.nodes[position].size == nil { leaves.append(rule.nodes[position]) }
      parts.append(canHold(rule, at: &position))
    }
    return switch node {
    case .all: parts.allSatisfy { $0 } && areTogetherPossible(leaves)
    case .any: parts.contains(true)
    case .atLeast(let minimum, _): parts.count { $0 } >= minimum
    default: true
    }
  }

  private func canHold(_ leaf: Rule.Node) -> Bool {
    switch leaf {
    case .answered(let slot), .chosen(let slot, _), .marked(let slot, _, _, _): slots[slot]
    case .number(let slot, let comparison, let limit):
      slots[slot] && comparison.canHold(limit, within: slot < pack.questions.count ? pack.questions[slot].bounds : nil)
    case .severity(let finding, _, let minimum): pack.findings[finding].highestSeverity >= minimum
    case .measured(let finding, _, let comparison, let limit):
      comparison.canHold(limit, within: pack.findings[finding].bounds)
    case .pattern(let index): patterns.indices.contains(index) && patterns[index]
    case .redFlag(let index): redFlags[index]
    case .hypothesis(let index, let level): hypotheses[index] >= level
    case .found, .triggerPoint, .says: true
    case .all, .any, .not, .atLeast: true
    }
  }

  /// Returns false if parts of an `all` ask for different answers to one single choice, or for a number in two ranges that
  /// do not overlap.
  private func areTogetherPossible(_ leaves: [Rule.Node]) -> Bool {
    var choices: [Slot: BitSet] = [:]
    var ranges: [Slot: (low: Double, high: Double)] = [:]
    for leaf in leaves {
      switch leaf {
      case .chosen(let slot, let among) where slot >= pack.questions.count || pack.questions[slot].kind == .single:
        choices[slot, default: .max] &= among
      case .number(let slot, let comparison, let limit):
        let range = ranges[slot] ?? (-.infinity, .infinity)
        ranges[slot] =
          comparison.isLowerBound ? (max(range.low, limit), range.high) : (range.low, min(range.high, limit))
      default: break
      }
    }
    return choices.values.allSatisfy { $0 != 0 } && ranges.values.allSatisfy { $0.low <= $0.high }
  }
}

extension Rule.Comparison {
  fileprivate var isLowerBound: Bool { self == .gte || self == .gt }

  fileprivate func canHold(_ limit: Double, within bounds: ClosedRange<Double>?) -> Bool {
    guard let bounds else { return true }
    return holds(isLowerBound ? bounds.upperBound : bounds.lowerBound, limit)
  }
}

extension FindingDefinition {
  fileprivate var highestSeverity: Int {
    if kind == .multiChoice { return 1 }
    return ((bands + bandsFemale + differenceBands).map(\.severity) + choices.map(\.severity)).max() ?? 0
  }
}
