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
    facts.lexicons = lexiconsSaid(in: facts.ownWords)
    for index in patterns.indices where holds(patterns[index], for: facts) {
      facts.patterns |= BitSet(index: index)
    }
    for index in flags.indices where holds(flags[index].rule, for: facts) {
      facts.redFlags |= BitSet(index: index)
    }
  }

  /// Returns the lexicons of which the texts say a phrase.
  private func lexiconsSaid(in texts: [Facts.OwnWords]) -> BitSet {
    let sentences = texts.flatMap { FreeTextSentence.sentences(of: $0.text) }
    return BitSet(indices: lexicons.indices.filter { sentences.contains(where: lexicons[$0].matches) })
  }
}
