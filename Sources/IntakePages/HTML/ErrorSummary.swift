import Clinical

/// The problems of a page, at its top, with links to the fields. It takes the focus when the page opens.
struct ErrorSummary {
  let problems: [Problem]
  let questions: [Question]
  let words: any PageWords

  var html: HTML {
    guard !problems.isEmpty else { return .empty }
    let lines = problems.map { problem -> HTML in
      "<li><a href=\"#\(problem.question.rawValue)\">\(problem.named(among: questions, in: words))</a></li>"
    }
    return """
      <div class="summary" role="alert" tabindex="-1" autofocus><h2>\(words.problemHeading)</h2><ul>\(lines)</ul></div>

      """
  }
}

extension Problem {
  /// The problem and its remedy, shown beside the field. For a missing answer the message says both.
  var sentence: String {
    if code == "answer.required" { return message }
    return message.last?.isPunctuation == true ? "\(message) \(hint)" : "\(message). \(hint)"
  }

  /// The problem with its question.
  func named(among questions: [Question], in words: any PageWords) -> String {
    let question = questions.first { $0.id == self.question }?.text ?? ""
    return message.contains(question) ? message : words.problem(message, with: question)
  }
}
