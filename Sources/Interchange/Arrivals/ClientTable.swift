import Clinical

/// A list of clients from another system, as a table: how it is written, and what its columns hold.
package struct ClientTable: Sendable {
  package struct Column: Sendable {
    package let heading: String
    /// Nil when the heading is unknown.
    package let field: ClientField?
  }

  package let encoding: TableText.Encoding
  /// Nil for cards.
  package let delimiter: Character?
  /// The number of the row with the headings.
  package let headingRow: Int
  package let columns: [Column]
  /// The numbers of the rows in which the headings stand once more.
  package let repeatedHeadings: [Int]
  let rows: [TableRow]

  private static let delimiters: [Character] = [",", ";", "\t", "|"]
  /// How far the headings are sought; a title, or a line for Excel, may stand above them.
  private static let mostRowsAbove = 10
  private static let beginning = 1 << 16

  /// - Parameter map: the fields of headings that were told by hand.
  /// - Throws: `TableFault`.
  package init(_ text: TableText, map: [String: ClientField] = [:]) throws(TableFault) {
    var found: (delimiter: Character, heading: TableRow, known: Int)?
    for delimiter in Self.delimiters {
      let head = TableRow.atBeginning(of: text.bytes.prefix(Self.beginning), delimiter: delimiter.asciiValue ?? 0)
      let above = head.prefix(Self.mostRowsAbove)
      guard let row = above.first(where: { Self.isHeading($0.cells, map) }) else { continue }
      let known = Self.columns(row.cells, map).count { $0.field != nil }
      if known > found?.known ?? 0 { found = (delimiter, row, known) }
    }
    let rows = try TableRow.all(of: text.bytes, delimiter: (found?.delimiter ?? ",").asciiValue ?? 0)
    guard let found else { throw .noHeading(firstRow: rows.first?.cells ?? []) }
    let headings = found.heading.cells
    for heading in map.keys where !headings.contains(where: { $0.trimmed == heading }) {
      throw .noColumn(heading, columns: headings)
    }
    let below = rows.drop { $0.number <= found.heading.number }
    let repeated = below.filter { $0.cells == headings }.map(\.number)
    if let other = below.first(where: { $0.cells != headings && Self.isOtherHeading($0.cells) }) {
      throw .otherHeading(row: other.number)
    }
    self.init(
      encoding: text.encoding, delimiter: found.delimiter, headingRow: found.heading.number,
      columns: Self.columns(headings, map), repeatedHeadings: repeated, rows: below.filter { $0.cells != headings })
  }

  init(
    encoding: TableText.Encoding, delimiter: Character?, headingRow: Int, columns: [Column], repeatedHeadings: [Int],
    rows: [TableRow]
  ) {
    (self.encoding, self.delimiter, self.headingRow) = (encoding, delimiter, headingRow)
    (self.columns, self.repeatedHeadings, self.rows) = (columns, repeatedHeadings, rows)
  }

  private static func columns(_ cells: [String], _ map: [String: ClientField]) -> [Column] {
    cells.map { Column(heading: $0.trimmed, field: map[$0.trimmed] ?? ClientField(heading: $0)) }
  }

  private static func isHeading(_ cells: [String], _ map: [String: ClientField]) -> Bool {
    columns(cells, map).contains { $0.field?.isPartOfName ?? false }
  }

  /// Whether a row among the clients is the heading of another table: no client is called so.
  private static func isOtherHeading(_ cells: [String]) -> Bool {
    let fields = cells.compactMap(ClientField.init(heading:))
    return fields.count >= 3 && fields.count * 2 > cells.count(where: { !$0.isEmpty })
      && fields.contains(where: \.isPartOfName)
  }
}
