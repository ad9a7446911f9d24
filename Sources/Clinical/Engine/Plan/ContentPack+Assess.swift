extension ContentPack {
  /// Evaluates every rule of the pack, in this order: derived values, severities, patterns, red flags, hypotheses, plan.
  /// Ids that the pack does not have are ignored.
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

  /// Checks any item of the library, offered or not. Returns nil for an item that the pack does not have.
  package func check(_ item: HomeCareItem.ID, for assessment: Assessment) -> PlanDraft.Offer? {
    guard let index = index(of: item) else { return nil }
    let verdict =
      assessment.plan.verdicts.first { $0.item == index }
      ?? PlanDrafter(book: book, facts: assessment.facts).check(index)
    return PlanDraft.Offer(verdict: verdict, book: book)
  }

  /// Returns the rules of a hypothesis that are true, even if they are too few to make it possible.
  package func trueRules(of hypothesis: Hypothesis.ID, for assessment: Assessment) -> [Hypothesis.WeightedRule.ID] {
    index(of: hypothesis).map(assessment.trueRules) ?? []
  }
}

extension Answers {
  fileprivate func removing(_ hidden: [Question.ID]) -> Answers {
    var answers = self
    for id in hidden { answers[id] = nil }
    return answers
  }
}
