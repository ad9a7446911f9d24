extension ContentPack {
  /// Finds every problem with the answers; see `AnswerSheet.problems(on:today:)`.
  package func problems(in answers: Answers, page: Int? = nil, today: CalendarDate) -> [Problem] {
    AnswerSheet(answers, for: self).problems(on: page, today: today)
  }
}

extension ProblemMessages {
  func missing(_ question: Question) -> Problem {
    problem(question.kind == .signature ? .signatureMissing : .answerRequired, question.id, ["label": question.text])
  }
}
