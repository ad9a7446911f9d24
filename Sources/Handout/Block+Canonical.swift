import Typesetting

extension Handout.Block {
  /// The block with every string in its canonical spelling.
  package var canonical: Handout.Block {
    switch self {
    case .letterhead(let name, let contact): .letterhead(name: name.canonical, contact: contact?.canonical)
    case .title(let title, let subtitle, let address):
      .title(title.canonical, subtitle: subtitle.canonical, address: address)
    case .facts(let facts): .facts(facts.map(\.canonical))
    case .lead(let text): .lead(text.canonical)
    case .heading(let text): .heading(text.canonical)
    case .paragraph(let text): .paragraph(text.canonical)
    case .note(let text): .note(text.canonical)
    case .regions(let marks):
      .regions(marks.map { .init(label: $0.label.canonical, detail: $0.detail.canonical, places: $0.places) })
    case .findings(let findings):
      .findings(findings.map { .init(title: $0.title.canonical, remarks: $0.remarks.map(\.canonical)) })
    case .remarks(let remarks): .remarks(remarks.map(\.canonical))
    case .callout(let title, let lines, let tone):
      .callout(title: title.canonical, lines: lines.map(\.canonical), tone: tone)
    case .item(let item): .item(item.canonical)
    case .questions(let questions): .questions(questions.map(\.canonical))
    case .series(let series):
      .series(
        .init(
          title: series.title.canonical,
          points: series.points.map { .init(day: $0.day, values: $0.values, words: $0.words.canonical) }))
    case .posture(let posture):
      .posture(
        .init(
          title: posture.title.canonical, lines: posture.lines, earlier: posture.earlier,
          measures: posture.measures.map(\.canonical)))
    case .calendar(let calendar):
      .calendar(
        .init(
          title: calendar.title.canonical, days: calendar.days,
          rows: calendar.rows.map { .init(number: $0.number, title: $0.title.canonical, days: $0.days) }))
    }
  }
}

extension Handout.Fact {
  fileprivate var canonical: Handout.Fact { .init(label: label.canonical, value: value.canonical, address: address) }
}

extension Handout.Item {
  fileprivate var canonical: Handout.Item {
    .init(
      number: number, title: title.canonical, dose: dose.canonical, remarks: remarks.map(\.canonical),
      drawing: drawing, photo: photo.map { .init(jpeg: $0.jpeg, alternative: $0.alternative.canonical) },
      steps: steps.map(\.canonical), afterwards: afterwards.map(\.canonical), isBrief: isBrief)
  }
}

extension Handout.Question {
  fileprivate var canonical: Handout.Question {
    .init(
      number: number, text: text.canonical, note: note?.canonical, answers: answers.map(\.canonical),
      choices: choices.map(\.canonical), isRow: isRow, blankLines: blankLines)
  }
}
