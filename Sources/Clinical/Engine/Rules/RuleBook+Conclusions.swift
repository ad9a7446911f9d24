extension RuleBook {
  /// Concludes patterns, then red flags, then hypotheses: each may ask for what came before it.
  func conclude(_ facts: inout Facts) {
    raiseFlags(&facts)
    for index in hypotheses.indices {
      if let requires = hypotheses[index].requires, !holds(requires, for: facts) { continue }
      var score = 0
      for weighted in hypotheses[index].rules where holds(weighted.rule, for: facts) { score += weighted.weight }
      facts.scores[index] = score
      facts.hypotheses[index] =
        score >= hypotheses[index].likely ? .likely : score >= hypotheses[index].possible ? .possible : .none
    }
  }

  /// Concludes patterns and red flags.
  func raiseFlags(_ facts: inout Facts) {
    for index in patterns.indices where holds(patterns[index], for: facts) {
      facts.patterns |= BitSet(index: index)
    }
    for index in flags.indices where holds(flags[index].rule, for: facts) {
      facts.redFlags |= BitSet(index: index)
    }
  }
}
