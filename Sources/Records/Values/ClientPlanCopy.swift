import Clinical

/// The client's copy of an issued plan; its JSON is sealed under the link.
package struct ClientPlanCopy: Sendable, Codable {
  package var title: String
  package var practice: String
  package var issuedOn: CalendarDate
  /// What the page shows: headings, paragraphs and lists, in reading order.
  package var blocks: [Block]
  /// The text export.
  package var text: String
  /// PDF as base64.
  package var pdf: String

  package enum Block: Sendable, Hashable, Codable {
    case heading(level: Int, String)
    case paragraph(String)
    case bullets([String])
    case numbered([String])
    /// Label and value, such as a dose.
    case facts([[String]])
  }

  package init(title: String, practice: String, issuedOn: CalendarDate, blocks: [Block], text: String, pdf: String) {
    self.title = title
    self.practice = practice
    self.issuedOn = issuedOn
    self.blocks = blocks
    self.text = text
    self.pdf = pdf
  }
}
