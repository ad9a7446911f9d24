import Clinical

/// The answers of one section in the words of the form, as the client reads them back.
struct AnsweredSection: Sendable, Hashable {
  struct Answer: Sendable, Hashable {
    let question: String
    let lines: [String]
  }

  let id: FormSection.ID
  let title: String
  let answers: [Answer]
}

extension AnswerSheet {
  /// The answers in words, by section of the form; a required question without one says so.
  func sections(in words: any PageWords) -> [AnsweredSection] {
    let asked = Dictionary(grouping: shown.filter { !$0.question.staffOnly }, by: \.question.section)
    return pack.sections.sorted { $0.order < $1.order }.compactMap { section in
      let answers = asked[section.id, default: []].compactMap { question, answer in
        let lines = answer.map { $0.lines(to: question, in: pack) } ?? (question.required ? [words.notAnswered] : nil)
        return lines.map { AnsweredSection.Answer(question: question.text, lines: $0) }
      }
      return answers.isEmpty ? nil : AnsweredSection(id: section.id, title: section.title, answers: answers)
    }
  }
}
