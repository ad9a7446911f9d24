/// The reading load of a page of the form, for a person who reads it on a phone.
package struct PageReading: Sendable {
  /// School grades: the aim, and the limit above which nobody should have to read. Adults read at 7 to 8.
  package static let goodGrade = 6.5
  package static let highestGrade = 8.0
  /// The most bytes of words: with markup and stylesheet, compressed, more would not fit into the first flight of packets
  /// (14 KB).
  package static let mostBytes = 8_192

  package let page: FormPage
  /// The grade of all its words (`ReadingGrade`).
  package let grade: Double
  /// The size of its words in UTF-8.
  package let bytes: Int
  /// The grade of each question with its hint and its choices, in the order of asking.
  package let questions: [(id: Question.ID, grade: Double)]
}

extension ContentPack {
  package func reading(of page: FormPage) -> PageReading {
    let questions = page.questions.compactMap(question)
    let words = [page.title, page.intro] + page.folds.map(\.label) + questions.flatMap(labels)
    return PageReading(
      page: page, grade: ReadingGrade.grade(of: words.asSentences), bytes: words.reduce(0) { $0 + $1.utf8.count },
      questions: questions.map { ($0.id, ReadingGrade.grade(of: labels(of: $0).asSentences)) })
  }

  private func labels(of question: Question) -> [String] {
    [question.text] + (question.hint.map { [$0] } ?? []) + question.offeredChoices.map(\.label)
      + question.columns.map(\.label) + (question.kind == .regionMap ? regions.map(\.label) : [])
  }

  /// Labels that are missing, or that a client could not tell apart.
  package var labelFaults: [ContentPackError.Fault] {
    func fault(_ file: String, _ id: String, _ message: String) -> ContentPackError.Fault {
      ContentPackError.Fault(file: file, id: id, message: message)
    }
    func blank(_ file: String, _ labels: [(id: String, text: String)]) -> [ContentPackError.Fault] {
      labels.filter { $0.text.isBlank }.map { fault(file, $0.id, "has no label: write one") }
    }
    let asked = questions.filter { !$0.retired }
    return blank("questions", pages.map { ($0.id.rawValue, $0.title) } + sections.map { ($0.id.rawValue, $0.title) })
      + blank("regions", regions.map { ($0.id.rawValue, $0.label) })
      + asked.flatMap { question -> [ContentPackError.Fault] in
        let choices = question.offeredChoices
        let labels =
          choices.map { ("\(question.id)/\($0.id)", $0.label) }
          + question.columns.map { ("\(question.id)/\($0.id)", $0.label) }
        let alike = Dictionary(grouping: choices, by: \.label).values.filter { $0.count > 1 }
        return blank("questions", [(question.id.rawValue, question.text)] + labels)
          + alike.map {
            fault(
              "questions", question.id.rawValue,
              "has \($0.count) choices with the label “\($0[0].label)”: tell them apart")
          }
      }
  }
}

extension [String] {
  /// The texts, each as a sentence of its own, as it stands on the page.
  fileprivate var asSentences: String {
    map { text in text.last.map { ".?!:".contains($0) } == true ? text : text + "." }.joined(separator: " ")
  }
}
