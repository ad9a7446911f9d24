import Clinical

/// The answers of one section in the words of the form, as the client reads them back.
struct AnsweredSection: Sendable, Hashable {
  struct Answer: Sendable, Hashable {
    let id: Question.ID
    let question: String
    let lines: [String]
    /// Whether the answer is that there is nothing.
    let isNo: Bool
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
        return lines.map {
          AnsweredSection.Answer(
            id: question.id, question: question.text, lines: $0, isNo: answer.map(question.isNo) ?? false)
        }
      }
      return answers.isEmpty ? nil : AnsweredSection(id: section.id, title: section.title, answers: answers)
    }
  }
}

extension Question {
  /// Whether an answer says no, or none of the choices.
  fileprivate func isNo(_ answer: AnswerValue) -> Bool {
    guard let no = negativeChoice?.id else { return false }
    return answer == .text(no.rawValue) || answer == .choices([no])
  }
}
