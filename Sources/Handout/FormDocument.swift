import Clinical
import Typesetting

extension Handout {
  /// Makes the paper version of the form: the same questions with the same numbers, with room to answer by hand.
  package init(formOf content: ContentPack, practiceName: String) {
    let (numbers, words) = (content.questionNumbers, standardWords)
    let sections = content.sections.sorted { $0.order < $1.order }.flatMap { section -> [Block] in
      let questions = content.asked(in: section).filter { !$0.staffOnly && !$0.retired }
      if questions.isEmpty { return [] }
      return [.heading(section.title), .note(section.intro)]
        + [.questions(questions.map { $0.blank(number: numbers[$0.id] ?? 0) })]
    }
    let blocks: [Block] = [
      .letterhead(name: practiceName, contact: nil),
      .title(words.form, subtitle: words.formSubtitle, address: nil),
      .lead(words.formLead),
    ]
    self.init(
      metadata: Metadata(
        title: words.formTitle(practice: practiceName).canonical, author: practiceName.canonical, subject: words.form,
        keywords: words.intakeKeywords, language: words.language, date: "2026-01-01"),
      blocks: (blocks + sections + [.note(words.contentVersionIs(content.version))]).map(\.canonical),
      running: Self.running(practiceName, words.formRunning))
  }
}

extension ContentPack {
  /// The number of each question, which is its position in the form.
  var questionNumbers: [Question.ID: Int] {
    let ordered = sections.sorted { $0.order < $1.order }.flatMap { asked(in: $0) }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($0.element.id, $0.offset + 1) })
  }

  func asked(in section: FormSection) -> [Question] {
    questions.filter { $0.section == section.id }.sorted { $0.order < $1.order }
  }
}

extension Question {
  fileprivate func blank(number: Int) -> Handout.Question {
    let lines: Int
    switch kind {
    case .single, .multi, .consent: lines = 0
    case .longtext: lines = 3
    case .table, .regionMap: lines = 4
    case .text, .date, .email, .phone, .int, .decimal, .signature: lines = 1
    }
    let boxes =
      kind == .consent
      ? [standardWords.agree]
      : isNumericRating ? (0...10).map(String.init) : choices.filter { !$0.retired }.map(\.label)
    let unit = unit.map { " (\($0))" } ?? ""
    return .init(
      number: number, text: text + unit + (required ? " *" : ""), note: hint, answers: [], choices: boxes,
      isRow: isNumericRating, blankLines: isNumericRating ? 0 : lines)
  }
}
