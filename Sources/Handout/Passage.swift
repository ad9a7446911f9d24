extension Handout {
  /// A part of the document without its appearance, for web pages, screen readers and the text export.
  package enum Passage: Sendable, Hashable {
    /// Level 1 is the title.
    case heading(level: Int, String)
    case paragraph(String)
    case bullets([String])
    case numbered([String])
    case facts([Fact])
    /// Boxes to tick.
    case choices([String])
    case calendar(Calendar)
  }

  /// Every word of the document, in reading order.
  package var passages: [Passage] { blocks.flatMap(\.passages) }
}

extension Handout.Block {
  var passages: [Handout.Passage] {
    switch self {
    case .letterhead(let name, let contact): [.paragraph(name)] + (contact.map { [.paragraph($0)] } ?? [])
    case .title(let title, let subtitle, _): [.heading(level: 1, title), .paragraph(subtitle)]
    case .facts(let facts): [.facts(facts)]
    case .lead(let text), .paragraph(let text), .note(let text): [.paragraph(text)]
    case .heading(let text): [.heading(level: 2, text)]
    case .regions(let marks):
      [
        .facts(
          marks.enumerated().map { .init(label: "\($0.offset + 1) \($0.element.label)", value: $0.element.detail) })
      ]
    case .findings(let findings):
      findings.flatMap { [.heading(level: 3, $0.title)] + $0.remarks.map(\.passage) }
    case .remarks(let remarks): [.bullets(remarks.map { "\($0.label) \($0.value)" })]
    case .callout(let title, let lines, _): [.heading(level: 2, title), .bullets(lines)]
    case .item(let item): item.passages
    case .calendar(let calendar): [.calendar(calendar)]
    case .questions(let questions): questions.flatMap(\.passages)
    case .posture(let posture): [.heading(level: 3, posture.title), .facts(posture.measures)]
    case .series(let series):
      [.heading(level: 3, series.title), .facts(series.points.map { .init(label: $0.day, value: $0.words) })]
    }
  }
}

extension Handout.Item {
  var passages: [Handout.Passage] {
    [.heading(level: 3, "\(number) \(title)"), .paragraph(dose)] + remarks.map(\.passage)
      + [isBrief ? .paragraph(steps.joined(separator: " ")) : .numbered(steps)] + afterwards.map(\.passage)
  }
}

extension Handout.Question {
  var passages: [Handout.Passage] {
    var passages: [Handout.Passage] = [.paragraph("\(number) \(text)")]
    if let note { passages.append(.paragraph(note)) }
    if !answers.isEmpty { passages.append(.bullets(answers)) }
    if !choices.isEmpty { passages.append(.choices(choices)) }
    return passages
  }
}

extension Handout.Fact {
  fileprivate var passage: Handout.Passage { .paragraph("\(label) \(value)") }
}
