extension ContentPack {
  /// Every problem with these answers, in form order; none means that they can be submitted.
  ///
  /// - Parameter page: only this page of the web form; nil is all.
  package func problems(in answers: Answers, page: Int? = nil, today: CalendarDate) -> [Problem] {
    let given = pruned(answers)
    return pages.filter { page == nil || $0.number == page }.flatMap(\.questions).flatMap { id -> [Problem] in
      guard let question = question(id) else { return [] }
      if let value = given[id], !value.isEmpty {
        return AnswerCheck(pack: self, question: question, today: today).problems(with: value)
      }
      return question.required && isShown(id, for: given) ? [messages.problem(.answerRequired, id)] : []
    }
  }
}

/// Checks one answer against its question.
struct AnswerCheck {
  let pack: ContentPack
  let question: Question
  let today: CalendarDate

  func problems(with value: AnswerValue) -> [Problem] {
    []
  }
}
