import JSON

/// Everything the engine concludes from one set of answers and findings: a pure function of them and the pack.
///
/// Conclusions are kept as indices and bits; their ids are looked up on request.
package struct Assessment: Sendable {
  package struct RaisedHypothesis: Sendable, Hashable {
    package let id: Hypothesis.ID
    package let score: Int
    package let level: Hypothesis.Level
    /// The rules that are true.
    package let reasons: [Hypothesis.WeightedRule.ID]
  }

  /// The answers without those to hidden questions.
  package let answers: Answers
  package let evaluation: Evaluation
  package let plan: PlanDraft

  let facts: Facts
  let book: RuleBook

  /// The raised red flags in the order of the pack, like all lists here.
  package var redFlags: [RedFlag.ID] { book.flagIDs.elements(at: facts.redFlags) }

  package var patterns: [Pattern.ID] { book.patternIDs.elements(at: facts.patterns) }

  /// The derived values: numbers, and the phase as a word. A value is absent if an answer it needs is missing.
  package var derived: [DerivedValue: JSON] {
    var values: [DerivedValue: JSON] = [:]
    for value in DerivedValue.allCases {
      let number = facts.numbers[book.derivation.slot(of: value)]
      guard !number.isNaN else { continue }
      values[value] =
        value == .phase
        ? .string(DerivedValue.phases[Int(number)])
        : value.isWhole ? JSON(number: number) : .decimal(number)
    }
    return values
  }

  /// The severity of each recorded finding; nil where there is none, as for an empty finding.
  package var severities: [FindingDefinition.ID: Int?] {
    Dictionary(
      uniqueKeysWithValues: evaluation.findings.keys.compactMap { id in
        book.positions.findings.index(of: id).map { (id, facts.findings[$0].severity.worse) }
      })
  }

  /// The hypotheses that are at least possible.
  package var hypotheses: [RaisedHypothesis] {
    book.hypothesisIDs.indices.filter { facts.hypotheses[$0] != .none }.map { index in
      RaisedHypothesis(
        id: book.hypothesisIDs[index], score: facts.scores[index], level: facts.hypotheses[index],
        reasons: trueRules(ofHypothesis: index))
    }
  }

  func trueRules(ofHypothesis index: Int) -> [Hypothesis.WeightedRule.ID] {
    let hypothesis = book.hypotheses[index]
    if let requires = hypothesis.requires, !book.holds(requires, for: facts) { return [] }
    return hypothesis.rules.indices.filter { book.holds(hypothesis.rules[$0].rule, for: facts) }
      .map { book.ruleIDs[index][$0] }
  }
}

extension Array {
  /// Returns the elements whose indices are in the set.
  fileprivate func elements(at set: BitSet) -> [Element] {
    indices.filter(set.contains(index:)).map { self[$0] }
  }
}
