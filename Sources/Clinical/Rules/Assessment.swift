import JSON

/// Everything the engine concludes from one set of answers and findings: a pure function of them and the pack.
///
/// Conclusions are kept as places and bits; what they are called is looked up when it is asked for.
package struct Assessment: Sendable {
  package struct RaisedHypothesis: Sendable, Hashable {
    package let id: Hypothesis.ID
    package let score: Int
    package let level: Hypothesis.Level
    /// The rules that held.
    package let reasons: [Hypothesis.WeightedRule.ID]
  }

  /// Answers after those to hidden questions were dropped.
  package let answers: Answers
  package let evaluation: Evaluation
  package let plan: PlanDraft

  let facts: Facts
  let book: RuleBook

  /// In the order of the pack, like all lists here.
  package var redFlags: [RedFlag.ID] { book.flagIDs.elements(at: facts.redFlags) }

  package var patterns: [Pattern.ID] { book.patternIDs.elements(at: facts.patterns) }

  /// Numbers, and the phase as a word; absent where an answer they need is missing.
  package var derived: [DerivedValue: JSON] {
    var values: [DerivedValue: JSON] = [:]
    for value in DerivedValue.allCases {
      let number = facts.numbers[book.derivation.first + value.place]
      guard !number.isNaN else { continue }
      values[value] =
        value == .phase
        ? .string(DerivedValue.phases[Int(number)])
        : value.isWhole ? JSON(number: number) : .decimal(number)
    }
    return values
  }

  /// Of every recorded finding; nil where nothing can be said.
  package var severities: [FindingDefinition.ID: Int?] {
    Dictionary(
      uniqueKeysWithValues: evaluation.findings.keys.compactMap { id in
        book.names.findings.place(of: id).map { (id, facts.findings[$0].severity.worse) }
      })
  }

  /// Those at least possible.
  package var hypotheses: [RaisedHypothesis] {
    book.hypothesisIDs.indices.filter { facts.hypotheses[$0] != .none }.map { place in
      RaisedHypothesis(
        id: book.hypothesisIDs[place], score: facts.scores[place], level: facts.hypotheses[place],
        reasons: heldRules(ofHypothesis: place))
    }
  }

  func heldRules(ofHypothesis place: Int) -> [Hypothesis.WeightedRule.ID] {
    let hypothesis = book.hypotheses[place]
    if let requires = hypothesis.requires, !book.holds(requires, for: facts) { return [] }
    return hypothesis.rules.indices.filter { book.holds(hypothesis.rules[$0].rule, for: facts) }
      .map { book.ruleIDs[place][$0] }
  }
}

extension Array {
  /// The elements whose places are in the set.
  fileprivate func elements(at places: BitSet) -> [Element] {
    indices.filter { places.contains(place: $0) }.map { self[$0] }
  }
}
