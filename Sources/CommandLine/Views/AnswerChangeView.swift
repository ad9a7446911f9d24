import Care
import Clinical
import JSON

extension AnswerChange {
  var json: JSON {
    [
      "question": .string(question.id.rawValue), "before": before?.json ?? .null, "after": after?.json ?? .null,
    ]
  }
}

extension Report {
  mutating func changes(_ changes: [AnswerChange], _ pack: ContentPack) {
    if changes.isEmpty { return paragraph("Nothing changed.") }
    for change in changes {
      paragraph(change.question.text, .bold)
      for line in change.before?.lines(to: change.question, in: pack) ?? [] {
        paragraph(line, .red, marker: StyledText("−", .red), indent: 2)
      }
      for line in change.after?.lines(to: change.question, in: pack) ?? [] {
        paragraph(line, .green, marker: StyledText("+", .green), indent: 2)
      }
    }
  }
}
