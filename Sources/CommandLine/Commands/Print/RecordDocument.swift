import Clinical
import Handout
import Records
import Typesetting

/// A record on paper: the same document, in text or as PDF, that a plan is.
struct RecordDocument {
  private let handout: Handout

  init(
    title: String, of person: String, by practitioner: Practitioner, facts: [(String, String)], blocks: [Handout.Block],
    on day: CalendarDate
  ) {
    let head: [Handout.Block] = [
      .letterhead(name: practitioner.practiceName, contact: nil), .title(title, subtitle: person, address: nil),
      .facts(facts.map { Handout.Fact(label: $0, value: $1) }),
    ]
    handout = Handout(
      metadata: Metadata(
        title: "\(title) of \(person)".canonical, author: practitioner.practiceName.canonical, subject: title,
        keywords: [],
        language: "en", date: day.iso),
      blocks: (head + blocks).map(\.canonical), running: "\(practitioner.practiceName) · \(title) · \(person)".canonical
    )
  }

  /// As PDF for a file or a pipe, as text for a person at a terminal, unless one of them was asked for.
  func print(asText: Bool, _ console: Console) throws {
    if asText || console.file == nil && console.output.isTerminal {
      try console.emit(handout.text(width: min(72, console.width)))
    } else {
      try console.emit(bytes: try handout.pdf())
    }
  }
}
