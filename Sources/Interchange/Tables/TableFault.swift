/// Why a file is not taken as a table. Rows are counted as a spreadsheet counts them: from 1, empty ones too.
package enum TableFault: Error, Sendable, Hashable {
  case empty
  /// UTF-16 that breaks off, or is damaged.
  case unreadable(TableText.Encoding)
  case nul(row: Int)
  case unclosedQuote(row: Int)
  /// A card that begins on this line does not end.
  case unclosedCard(row: Int)
  /// No row among the first has the name of a column that is known.
  case noHeading(firstRow: [String])
  /// A second table, with other columns, begins in this row.
  case otherHeading(row: Int)
  /// A column that was named by hand is not there.
  case noColumn(String, columns: [String])
}
