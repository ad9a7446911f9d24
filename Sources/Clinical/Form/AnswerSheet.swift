import JSON

/// A set of answers with the facts that rules read from them, calculated once for every check of these answers.
package struct AnswerSheet: Sendable {
  package let pack: ContentPack
  /// The answers by index of the question, including those to hidden questions.
  private var values: [AnswerValue?]
  /// The facts, without the answers to hidden questions.
  let facts: Facts
  private let hidden: [Slot]

  /// - Parameter values: one for each question of the pack, in its order; nil where it was not answered.
  package init(_ values: [AnswerValue?], for pack: ContentPack) {
    precondition(values.count == pack.questions.count)
    self.pack = pack
    self.values = values
    var facts = pack.book.facts(of: values)
    hidden = pack.book.prune(&facts)
    self.facts = facts
  }

  /// Ids that the pack does not have are ignored.
  package init(_ answers: Answers, for pack: ContentPack) {
    self.init(pack.questions.map { answers[$0.id] }, for: pack)
  }

  package subscript(question: Question.ID) -> AnswerValue? {
    pack.index(of: question).flatMap { values[$0] }
  }

  /// The answers by question.
  package var answers: Answers {
    var answers = Answers()
    answers.values.reserveCapacity(values.count)
    for (slot, value) in values.enumerated() { answers.values[pack.questions[slot].id] = value }
    return answers
  }

  /// The answers in the stored shape of `Answers`, in the order of the pack.
  package var members: [JSON.Member] {
    values.enumerated().compactMap { slot, value in
      value.map { .init(pack.questions[slot].id.rawValue, $0.json) }
    }
  }

  /// The sheet without the answers to hidden questions.
  package var pruned: AnswerSheet {
    var pruned = self
    for slot in hidden { pruned.values[slot] = nil }
    return pruned
  }
}

extension AnswerSheet {
  /// Returns whether the question is asked.
  package func isShown(_ question: Question.ID) -> Bool {
    pack.index(of: question).map(isShown) ?? false
  }

  /// Returns whether a stage is for this client. A later answer may offer it.
  package func offers(_ stage: FormStage) -> Bool { stage.offeredIf?.holds(for: facts) ?? true }

  private func isShown(at slot: Slot) -> Bool {
    let question = pack.questions[slot]
    return !question.retired && question.showIf?.holds(for: facts) ?? true
  }

  /// The questions that are asked, in the order of the pack, with their answers.
  package var shown: [(question: Question, answer: AnswerValue?)] {
    pack.questions.indices.filter(isShown).map { (pack.questions[$0], values[$0]) }
  }

  /// Finds every problem with the answers, in form order; without any, they can be submitted. A required question counts
  /// only while it is shown; answers to hidden ones are ignored.
  ///
  /// - Parameter page: the only page of the web form to check; nil: all of them.
  package func problems(on page: Int? = nil, today: CalendarDate) -> [Problem] {
    var problems: [Problem] = []
    for part in pack.pages where page == nil || page == part.number {
      for slot in part.slots where !hidden.contains(slot) {
        let question = pack.questions[slot]
        if let value = values[slot], !value.isBlank {
          problems += AnswerCheck(pack: pack, question: question, today: today).problems(with: value)
        } else if question.required, isShown(at: slot) {
          problems.append(pack.messages.missing(question))
        }
      }
    }
    return problems
  }
}

extension AnswerSheet {
  /// The red flags that the answers alone raise, in the order of the pack.
  package var redFlags: [RedFlag] {
    var facts = facts
    pack.book.raiseFlags(&facts)
    return pack.redFlags.indices.filter { facts.redFlags.contains(index: $0) }.map { pack.redFlags[$0] }
  }
}
