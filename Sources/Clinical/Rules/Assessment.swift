/// Everything the engine concludes from one set of answers and findings: a pure function of them and the pack.
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
  /// Numbers, and the phase as a word; absent where an answer they need is missing.
  package let derived: [DerivedValue: JSON]
  /// In the order of the pack, like all lists here.
  package let redFlags: [RedFlag.ID]
  package let patterns: [Pattern.ID]
  /// Of every recorded finding; nil where nothing can be said.
  package let severities: [FindingDefinition.ID: Int?]
  /// Those at least possible.
  package let hypotheses: [RaisedHypothesis]
  package let plan: PlanDraft

  let facts: Facts
}

extension ContentPack {
  /// Evaluates every rule of the pack in the order: derived values, severities, patterns, red flags, hypotheses, plan.
  /// Ids that the pack does not have count as not answered.
  package func assess(_ answers: Answers, _ evaluation: Evaluation = Evaluation()) -> Assessment {
    var facts = facts(of: answers)
    let hidden = prune(&facts)
    record(evaluation, in: &facts)
    for (place, pattern) in patterns.enumerated() where pattern.when.holds(for: facts) {
      facts.patterns |= 1 << BitSet(place)
    }
    for (place, flag) in redFlags.enumerated() where flag.when.holds(for: facts) {
      facts.redFlags |= 1 << BitSet(place)
    }
    let raised = raiseHypotheses(in: &facts)
    var drafter = PlanDrafter(pack: self, facts: facts, hypotheses: raised)
    return Assessment(
      answers: answers.removing(hidden.map { questions[$0].id }),
      evaluation: evaluation,
      derived: derivedValues(facts),
      redFlags: redFlags.elements(at: facts.redFlags).map(\.id),
      patterns: patterns.elements(at: facts.patterns).map(\.id),
      severities: Dictionary(
        uniqueKeysWithValues: evaluation.findings.keys.compactMap { id in
          vocabulary.findings.place(of: id).map { (id, facts.findings[$0].severity.worse) }
        }),
      hypotheses: raised.map(\.raised),
      plan: drafter.draft(),
      facts: facts)
  }

  /// Checks any item of the library, offered or not; nil for an item that the pack does not have.
  package func check(_ item: HomeCareItem.ID, for assessment: Assessment) -> PlanDraft.Offer? {
    guard let place = vocabulary.items.place(of: item) else { return nil }
    if let offer = assessment.plan.offers.first(where: { $0.item == item }) { return offer }
    let verdict = PlanDrafter(pack: self, facts: assessment.facts, hypotheses: []).check(place)
    return PlanDraft.Offer(item: item, effect: verdict.effect, reasons: verdict.reasons, sources: [])
  }

  /// Whether the question is to be asked, for what was answered so far.
  package func isShown(_ question: Question.ID, for answers: Answers) -> Bool {
    guard let slot = vocabulary.questions.place(of: question), !questions[slot].retired else { return false }
    guard let rule = questions[slot].showIf else { return true }
    var facts = facts(of: answers)
    _ = prune(&facts)
    return rule.holds(for: facts)
  }

  /// All questions that are to be asked, for what was answered so far.
  package func shownQuestions(for answers: Answers) -> Set<Question.ID> {
    var facts = facts(of: answers)
    _ = prune(&facts)
    return Set(questions.lazy.filter { !$0.retired && $0.showIf?.holds(for: facts) ?? true }.map(\.id))
  }

  /// Drops answers to questions that are hidden, until stable.
  package func pruned(_ answers: Answers) -> Answers {
    var facts = facts(of: answers)
    return answers.removing(prune(&facts).map { questions[$0].id })
  }

  /// The rules of a hypothesis that hold, also where they are too few to make it possible.
  package func heldRules(of hypothesis: Hypothesis.ID, for assessment: Assessment) -> [Hypothesis.WeightedRule.ID] {
    guard let hypothesis = self.hypothesis(hypothesis),
      hypothesis.requires?.holds(for: assessment.facts) ?? true
    else { return [] }
    return hypothesis.rules.filter { $0.when.holds(for: assessment.facts) }.map(\.id)
  }

  /// Scores every hypothesis and notes its level among the facts.
  private func raiseHypotheses(in facts: inout Facts) -> [PlanDrafter.Raised] {
    var raised: [PlanDrafter.Raised] = []
    for (place, hypothesis) in hypotheses.enumerated() {
      if let requires = hypothesis.requires, !requires.holds(for: facts) { continue }
      let held = hypothesis.rules.filter { $0.when.holds(for: facts) }
      let score = held.reduce(0) { $0 + $1.weight }
      guard score >= hypothesis.possibleMinimum || score >= hypothesis.likelyMinimum else { continue }
      let level: Hypothesis.Level = score >= hypothesis.likelyMinimum ? .likely : .possible
      facts.hypotheses[place] = level
      raised.append(
        .init(
          place: place, raised: .init(id: hypothesis.id, score: score, level: level, reasons: held.map(\.id))))
    }
    return raised
  }

  private func derivedValues(_ facts: Facts) -> [DerivedValue: JSON] {
    var values: [DerivedValue: JSON] = [:]
    for value in DerivedValue.allCases {
      let number = facts.numbers[derivation.first + value.place]
      guard !number.isNaN else { continue }
      values[value] =
        value == .phase
        ? .string(DerivedValue.phases[Int(number)])
        : value.isWhole ? .integer(Int(number)) : .decimal(number)
    }
    return values
  }
}

extension Answers {
  fileprivate func removing(_ hidden: [Question.ID]) -> Answers {
    var answers = self
    for id in hidden { answers[id] = nil }
    return answers
  }
}

extension Array {
  /// The elements whose places are in the set.
  fileprivate func elements(at places: BitSet) -> [Element] {
    indices.compactMap { places.contains(place: $0) ? self[$0] : nil }
  }
}
