extension AnswerValue {
  /// Puts the answer into words, an entry of a list per line. Form, terminal and paper all use these words, so that an
  /// answer reads the same everywhere.
  package func lines(
    to question: Question, in pack: ContentPack, words: any AnswerWords = answerWords
  ) -> [String] {
    switch self {
    case .text(let text) where question.kind == .date: [CalendarDate(iso: text).map(words.day) ?? text]
    case .text(let text): [question.label(of: text)]
    case .number(let number) where question.isNumericRating: [words.ofTen(number.inFigures)]
    case .number(let number): [[number.inFigures, question.unit].compactMap(\.self).joined(separator: " ")]
    case .choices(let ids): ids.map { question.label(of: $0.rawValue) }
    case .consent(let given): [words.consent(given)]
    case .regions(let regions): regions.map { $0.line(in: pack, words: words) }
    case .rows(let rows): rows.map(question.line)
    }
  }
}

extension Question {
  /// Returns the label of a choice; any other text unchanged.
  fileprivate func label(of choice: String) -> String {
    choices.first { $0.id.rawValue == choice }?.label ?? choice
  }

  /// Puts a row of a table into words: its filled cells, each after the name of its column.
  fileprivate func line(_ row: [String: String]) -> String {
    columns.compactMap { column in
      row[column.id].flatMap { $0.isBlank ? nil : "\(column.label): \($0)" }
    }
    .joined(separator: ", ")
  }
}

extension MarkedRegion {
  /// Puts the entry into words, as `Left low back: pain, spasm, 7 of 10, “worse at night”`.
  package func line(in pack: ContentPack, words: any AnswerWords = answerWords) -> String {
    let name = (pack.region(region)?.label ?? region.rawValue).capitalisedFirst
    let details = details(in: pack, words: words)
    return details.isEmpty ? name : "\(name): \(details)"
  }

  /// Puts symptoms, score and note into words.
  package func details(in pack: ContentPack, words: any AnswerWords = answerWords) -> String {
    let symptoms = symptoms.map { pack.symptom($0)?.label ?? $0.rawValue }
    let note = note.flatMap { $0.isBlank ? nil : "“\($0)”" }
    return (symptoms + [nrs.map { words.ofTen("\($0)") }, note].compactMap(\.self)).joined(separator: ", ")
  }
}
