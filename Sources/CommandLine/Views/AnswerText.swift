import Care
import Clinical

extension AnswerValue {
  /// The answer in words, one line an entry.
  func lines(of question: Question, _ pack: ContentPack) -> [String] {
    switch self {
    case .text(let text): [question.label(Question.Choice.ID(rawValue: text)) ?? text]
    case .number(let number) where question.isNumericRating: ["\(number.short) of 10"]
    case .number(let number): ["\(number.short) \(question.unit ?? "")".trimmingWhitespace]
    case .choices(let choices): choices.map { "· " + (question.label($0) ?? $0.rawValue) }
    case .consent(let given): [given ? "✓ agreed" : "✗ not agreed"]
    case .regions(let regions): regions.map { "· " + $0.line(pack) }
    case .rows(let rows):
      rows.map { row in
        "· " + question.columns.compactMap { row[$0.id] }.filter { !$0.isEmpty }.joined(separator: ", ")
      }
    }
  }
}

extension Question {
  fileprivate func label(_ choice: Choice.ID) -> String? { choices.first { $0.id == choice }?.label }
}

extension MarkedRegion {
  func line(_ pack: ContentPack) -> String {
    let place = pack.region(region)?.label ?? region.rawValue
    let felt = symptoms.map { symptom in pack.symptoms.first { $0.id == symptom }?.label ?? symptom.rawValue }
    let score = nrs.map { ["\($0)/10"] } ?? []
    return "\(place): " + (felt + score + (note.map { ["“\($0)”"] } ?? [])).joined(separator: ", ")
  }
}
