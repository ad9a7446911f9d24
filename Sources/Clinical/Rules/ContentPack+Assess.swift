extension ContentPack {
  /// Evaluates every rule of the pack in the order: derived values, severities, patterns, red flags, hypotheses, plan.
  /// Ids that the pack does not have count as not answered.
  package func assess(_ answers: Answers, _ evaluation: Evaluation = Evaluation()) -> Assessment {
    var facts = book.facts(of: answers)
    let hidden = book.prune(&facts)
    book.record(evaluation, in: &facts)
    book.conclude(&facts)
    var drafter = PlanDrafter(book: book, facts: facts)
    return Assessment(
      answers: answers.removing(hidden.map { book.questions[$0] }), evaluation: evaluation, plan: drafter.draft(),
      facts: facts, book: book)
  }

  /// Checks any item of the library, offered or not; nil for an item that the pack does not have.
  package func check(_ item: HomeCareItem.ID, for assessment: Assessment) -> PlanDraft.Offer? {
    guard let place = vocabulary.items.place(of: item) else { return nil }
    let verdict =
      assessment.plan.verdicts.first { $0.place == place }
      ?? PlanDrafter(book: book, facts: assessment.facts).check(place)
    return PlanDraft.Offer(verdict: verdict, book: book)
  }

  /// The rules of a hypothesis that hold, also where they are too few to make it possible.
  package func heldRules(of hypothesis: Hypothesis.ID, for assessment: Assessment) -> [Hypothesis.WeightedRule.ID] {
    vocabulary.hypotheses.place(of: hypothesis).map(assessment.heldRules) ?? []
  }

  /// Drops answers to questions that are hidden, until stable.
  package func pruned(_ answers: Answers) -> Answers {
    var facts = book.facts(of: answers)
    return answers.removing(book.prune(&facts).map { book.questions[$0] })
  }
}

extension AnswerSheet {
  /// The red flags that the answers alone raise, in the order of the pack.
  package var redFlags: [RedFlag] {
    var facts = facts
    pack.book.raiseFlags(&facts)
    return pack.redFlags.indices.filter { facts.redFlags.contains(place: $0) }.map { pack.redFlags[$0] }
  }
}

extension RuleBook {
  /// Patterns, then red flags, then hypotheses: each may ask for what came before it.
  fileprivate func conclude(_ facts: inout Facts) {
    raiseFlags(&facts)
    for place in hypotheses.indices {
      if let requires = hypotheses[place].requires, !holds(requires, for: facts) { continue }
      var score = 0
      for weighted in hypotheses[place].rules where holds(weighted.rule, for: facts) { score += weighted.weight }
      facts.scores[place] = score
      facts.hypotheses[place] =
        score >= hypotheses[place].likely ? .likely : score >= hypotheses[place].possible ? .possible : .none
    }
  }

  fileprivate func raiseFlags(_ facts: inout Facts) {
    for place in patterns.indices where holds(patterns[place], for: facts) {
      facts.patterns |= 1 << BitSet(place)
    }
    for place in flags.indices where holds(flags[place].rule, for: facts) {
      facts.redFlags |= 1 << BitSet(place)
    }
  }
}

extension Answers {
  fileprivate func removing(_ hidden: [Question.ID]) -> Answers {
    var answers = self
    for id in hidden { answers[id] = nil }
    return answers
  }
}
