import JSON

/// Answers held against a pack, by the place of their questions, with the facts that rules read: worked out once for
/// everything that is asked of one set of answers.
package struct AnswerSheet: Sendable {
  package let pack: ContentPack
  /// By place of the question, also those to hidden questions.
  private var values: [AnswerValue?]
  /// Without the answers to hidden questions.
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

  /// Ids that the pack does not have count as not answered.
  package init(_ answers: Answers, for pack: ContentPack) {
    self.init(pack.questions.map { answers[$0.id] }, for: pack)
  }

  package subscript(question: Question.ID) -> AnswerValue? {
    pack.vocabulary.questions.place(of: question).flatMap { values[$0] }
  }

  /// By question.
  package var answers: Answers {
    var answers = Answers()
    answers.values.reserveCapacity(values.count)
    for (place, value) in values.enumerated() { answers.values[pack.questions[place].id] = value }
    return answers
  }

  /// As `Answers` is stored, in the order of the pack.
  package var members: [JSON.Member] {
    values.enumerated().compactMap { place, value in
      value.map { .init(pack.questions[place].id.rawValue, $0.json) }
    }
  }

  /// Without the answers to hidden questions.
  package var pruned: AnswerSheet {
    var pruned = self
    for slot in hidden { pruned.values[slot] = nil }
    return pruned
  }
}

extension AnswerSheet {
  /// Whether the question is to be asked.
  package func isShown(_ question: Question.ID) -> Bool {
    pack.vocabulary.questions.place(of: question).map(isShown) ?? false
  }

  private func isShown(at slot: Slot) -> Bool {
    let question = pack.questions[slot]
    return !question.retired && question.showIf?.holds(for: facts) ?? true
  }

  /// All questions that are to be asked, in the order of the pack, with the answers they have.
  package var shown: [(question: Question, answer: AnswerValue?)] {
    pack.questions.indices.filter(isShown).map { (pack.questions[$0], values[$0]) }
  }

  /// Every problem with the answers, in form order; none means that they can be submitted. A required question counts
  /// only while it is shown; answers to hidden ones are not looked at.
  ///
  /// - Parameter page: only this page of the web form; nil is all.
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
