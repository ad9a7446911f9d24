extension ContentPack {
  /// Reads numbers and dates that were written as text, such as the height `5'11"` in a file, as on a page of the form.
  ///
  /// - Returns: the answers, and the problems with those that cannot be read. All other answers stay as they are.
  package func readingText(in answers: Answers, today: CalendarDate) -> (answers: Answers, problems: [Problem]) {
    var read = answers
    var problems: [Problem] = []
    for question in questions where [.int, .decimal, .date].contains(question.kind) {
      guard case .text(let text)? = answers[question.id] else { continue }
      let answer = self.read([text], for: question, today: today)
      read[question.id] = answer.value
      if let fault = answer.fault { problems.append(fault) }
    }
    return (read, problems)
  }

  /// Reads a day as in a field of the form.
  ///
  /// - Returns: the day, or the days that the text could mean.
  package func readDay(_ text: String) -> (day: CalendarDate?, meanings: [String]) {
    switch messages.monthNames.readDate([text]) {
    case .value(let day): (day, [])
    case .unclear(let meanings): (nil, meanings)
    case .unreadable: (nil, [])
    }
  }
}
