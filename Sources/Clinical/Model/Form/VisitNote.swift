/// What a therapist writes about one visit, part by part.
package struct VisitNote: Sendable, Hashable {
  /// The parts, in the order in which they are written and read.
  package enum Part: String, Sendable, CaseIterable { case said, found, done, response, next }

  private var texts: [Part: String] = [:]

  package init() {}

  /// The text of a part, without white space around it; nil when nothing was written.
  package subscript(part: Part) -> String? {
    get { texts[part] }
    set { texts[part] = newValue.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 } }
  }

  package var isEmpty: Bool { texts.isEmpty }
}

extension VisitNote: Codable {
  package init(from decoder: any Decoder) throws {
    let written = try decoder.singleValueContainer().decode([String: String].self)
    for part in Part.allCases { self[part] = written[part.rawValue] }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Dictionary(texts.map { ($0.key.rawValue, $0.value) }) { _, last in last })
  }
}

/// A visit as it is written down before it is kept.
package struct VisitDraft: Sendable, Hashable {
  package var heldOn: CalendarDate
  package var minutes: Int?
  package var note: VisitNote

  package init(heldOn: CalendarDate, minutes: Int? = nil, note: VisitNote = VisitNote()) {
    self.heldOn = heldOn
    self.minutes = minutes
    self.note = note
  }
}
