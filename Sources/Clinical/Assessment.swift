/// Everything the engine concludes from one set of answers and findings: a pure function of them and the pack.
package struct Assessment: Sendable {
  package struct RaisedHypothesis: Sendable {
    package let id: Hypothesis.ID
    package let score: Int
    package let level: Hypothesis.Level
    /// The rules that held.
    package let reasons: [Hypothesis.WeightedRule.ID]
  }

  /// Answers after those to hidden questions were dropped.
  package let answers: Answers
  package let redFlags: [RedFlag.ID]
  package let patterns: [String]
  package let severities: [FindingDefinition.ID: Int?]
  package let hypotheses: [RaisedHypothesis]
  package let plan: PlanDraft
}

/// What the engine offers for a plan.
package struct PlanDraft: Sendable {
  package enum Mode: String, Sendable, Codable { case normal, hold, emergency }

  /// An item offered, with everything that was considered about it.
  package struct Offer: Sendable {
    package let item: HomeCareItem.ID
    package let effect: HomeCareItem.Effect?
    /// Why it is limited: ids of contraindications and of flags.
    package let reasons: [String]
    /// Why it is offered: ids of flags and hypotheses, or `core`, `interest`, `client_uses`.
    package let sources: [String]
  }

  package let mode: Mode
  package let massage: MassageAdvice
  package let offers: [Offer]
  /// Pre-ticked items.
  package let draft: [HomeCareItem.ID]
  /// Items the client already uses that come out `block` or `ask_first`.
  package let usesAlerts: [Offer]
}

extension ContentPack {
  /// Evaluates every rule of the pack in the order: derived values, severities, patterns, red flags, hypotheses, plan.
  package func assess(_ answers: Answers, _ evaluation: Evaluation = Evaluation()) -> Assessment {
    preconditionFailure("contract")
  }

  /// Checks any item of the library, offered or not.
  package func check(_ item: HomeCareItem.ID, for assessment: Assessment) -> PlanDraft.Offer? {
    preconditionFailure("contract")
  }

  /// The questions to show for what was answered so far.
  package func isShown(_ question: Question.ID, for answers: Answers) -> Bool {
    preconditionFailure("contract")
  }

  /// Drops answers to questions that are hidden, until stable.
  package func pruned(_ answers: Answers) -> Answers {
    preconditionFailure("contract")
  }

  /// Every problem with these answers, in form order; none means that they can be submitted.
  ///
  /// - Parameter page: only this page of the web form; nil is all.
  package func problems(in answers: Answers, page: Int? = nil, today: CalendarDate) -> [Problem] {
    preconditionFailure("contract")
  }
}
