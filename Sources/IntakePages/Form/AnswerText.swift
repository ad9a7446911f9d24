import Clinical

/// An answer in the words of the form, as the client reads it back; several lines for charts and tables.
struct AnswerText {
  let pack: ContentPack

  func lines(_ answer: AnswerValue, to question: Question) -> [String] {
    switch answer {
    case .text(let text):
      switch question.kind {
      case .single: [label(text, question)]
      case .date: [CalendarDate(iso: text)?.written ?? text]
      default: [text]
      }
    case .number(let number) where question.isNumericRating:
      ["\(written(number)) of 10"]
    case .number(let number):
      ["\(written(number))\(question.unit.map { " \($0)" } ?? "")"]
    case .choices(let ids):
      [ids.map { label($0.rawValue, question) }.joined(separator: ", ")]
    case .consent(let agreed):
      [agreed ? "I agree" : "I do not agree"]
    case .regions(let regions):
      regions.map(line)
    case .rows(let rows):
      rows.map { row in question.columns.compactMap { row[$0.id] }.joined(separator: ", ") }
    }
  }

  private func label(_ id: String, _ question: Question) -> String {
    question.choices.first { $0.id.rawValue == id }?.label ?? id
  }

  private func line(_ marked: MarkedRegion) -> String {
    let region = (pack.region(marked.region)?.label ?? marked.region.rawValue).capitalisedFirst
    let symptoms = marked.symptoms.map { id in pack.symptoms.first { $0.id == id }?.label ?? id.rawValue }
    let details = symptoms + [marked.nrs.map { "\($0) of 10" }, marked.note].compactMap { $0 }
    return details.isEmpty ? region : "\(region): \(details.joined(separator: ", "))"
  }

  private func written(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
