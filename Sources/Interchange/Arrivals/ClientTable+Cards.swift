import Clinical

extension ClientTable {
  private static let cardColumns: [Column] = [
    Column(heading: "Name", field: .fullName), Column(heading: "First name", field: .firstName),
    Column(heading: "Last name", field: .lastName), Column(heading: "Nickname", field: .preferredName),
    Column(heading: "E-mail", field: .email), Column(heading: "Other e-mail", field: .note),
    Column(heading: "Phone", field: .phone), Column(heading: "Other phone", field: .otherPhone),
    Column(heading: "Date of birth", field: .birthDate), Column(heading: "Address", field: .address),
    Column(heading: "Occupation", field: .occupation), Column(heading: "Organisation", field: .occupation),
    Column(heading: "Note", field: .note),
  ]

  package static func isOfCards(_ text: TableText) -> Bool { VCard.isOne(text) }

  /// Reads cards as a table: a row is a card, numbered by the line on which it begins.
  ///
  /// - Throws: `TableFault`.
  package init(cards text: TableText) throws(TableFault) {
    let cards = try VCard.all(of: text)
    self.init(
      encoding: text.encoding, delimiter: nil, headingRow: 0, columns: Self.cardColumns, repeatedHeadings: [],
      rows: cards.map { TableRow(number: $0.line, cells: Self.cells($0)) })
  }

  private static func cells(_ card: VCard) -> [String] {
    func first(_ name: String) -> String { card.all(name).first?.text ?? "" }
    let emails = card.all("EMAIL").map(\.text)
    let phones = card.all("TEL").sorted { $0.isMobile && !$1.isMobile }.map(\.phone)
    let name = first("FN")
    let parts = card.all("N").first?.parts ?? []
    return [
      name, name.isEmpty ? parts.dropFirst().first ?? "" : "", name.isEmpty ? parts.first ?? "" : "", first("NICKNAME"),
      emails.first ?? "", emails.dropFirst().joined(separator: ", "), phones.first ?? "",
      phones.dropFirst().joined(separator: ", "), day(first("BDAY")),
      card.all("ADR").map { $0.parts.filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "; "),
      first("TITLE").isEmpty ? first("ROLE") : first("TITLE"),
      card.all("ORG").first?.parts.filter { !$0.isEmpty }.joined(separator: ", ") ?? "",
      card.all("NOTE").map(\.text).joined(separator: "\n"),
    ]
  }

  /// Puts hyphens into a day that is written without them.
  private static func day(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /([0-9]{4})([0-9]{2})([0-9]{2})(?:T.*)?/) else { return text }
    return "\(match.1)-\(match.2)-\(match.3)"
  }
}

extension VCard.Property {
  fileprivate var isMobile: Bool { parameters.contains { $0.contains("CELL") } }

  /// The number of a TEL, which vCard 4.0 may write as `tel:+1-555-0100`.
  fileprivate var phone: String { text.lowercased().hasPrefix("tel:") ? String(text.dropFirst(4)) : text }
}
