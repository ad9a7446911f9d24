extension ContentPack {
  /// Every problem with these answers, in form order; none means that they can be submitted. A required question counts
  /// only while it is shown; answers to hidden ones are not looked at.
  ///
  /// - Parameter page: only this page of the web form; nil is all.
  package func problems(in answers: Answers, page: Int? = nil, today: CalendarDate) -> [Problem] {
    var facts = book.facts(of: answers)
    let hidden = Set(book.prune(&facts))
    return pages.filter { page == nil || $0.number == page }.flatMap(\.questions).flatMap { id -> [Problem] in
      guard let slot = vocabulary.questions.place(of: id), !hidden.contains(slot) else { return [] }
      let question = questions[slot]
      if let value = answers[id], !value.isBlank {
        return AnswerCheck(pack: self, question: question, today: today).problems(with: value)
      }
      let isMissing = question.required && question.showIf?.holds(for: facts) ?? true
      return isMissing ? [messages.missing(question)] : []
    }
  }

  /// The questions of a page that are to be asked, for what was answered so far.
  package func shownQuestions(on page: FormPage, for answers: Answers) -> [Question] {
    var facts = book.facts(of: answers)
    _ = book.prune(&facts)
    return page.questions.compactMap { id in
      question(id).flatMap { $0.showIf?.holds(for: facts) ?? true ? $0 : nil }
    }
  }
}

extension ProblemMessages {
  func missing(_ question: Question) -> Problem {
    problem(question.kind == .signature ? .signatureMissing : .answerRequired, question.id, ["label": question.text])
  }
}

extension AnswerValue {
  /// Nothing but white space, which does not answer a required question.
  var isBlank: Bool {
    if case .text(let text) = self { return text.isBlank }
    return isEmpty
  }
}
