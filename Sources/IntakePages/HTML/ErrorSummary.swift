import Clinical

/// All that is wrong with a page, at its top, with links to the places. It takes the focus when the page opens.
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
  /// What is wrong and what to do, for beside the field. That an answer is missing says both.
  var sentence: String {
    if code == "answer.required" { return message }
    return message.last?.isPunctuation == true ? "\(message) \(hint)" : "\(message). \(hint)"
  }

  /// What is wrong, with the question it is about.
  func named(among questions: [Question], in words: any PageWords) -> String {
    let question = questions.first { $0.id == self.question }?.text ?? ""
    return message.contains(question) ? message : words.problem(message, with: question)
  }
}
