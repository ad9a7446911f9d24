import Clinical
import JSON

/// One column of a list: its name and value for programs, its heading and text for people.
package struct Column<Record>: Sendable {
  /// The name in `--json`, `--csv` and `--columns`, on which scripts rely.
  package let name: String
  /// The heading in a table; nil keeps the column out of tables unless `--columns` asks for it.
  package let heading: String?
  package let rank: Int
  package let alignment: Table.ColumnLayout.Alignment
  package let value: @Sendable (Record) -> JSON
  package let shown: @Sendable (Record) -> StyledText

  /// - Parameters:
  ///   - rank: the column with the highest rank is left out first when the terminal is narrow; 0 always stays.
  ///   - shown: the text for a person; by default the value as text.
  package init(
    _ name: String, _ heading: String? = nil, rank: Int = 0, alignment: Table.ColumnLayout.Alignment = .left,
    value: @escaping @Sendable (Record) -> JSON, shown: (@Sendable (Record) -> StyledText)? = nil
  ) {
    self.name = name
    self.heading = heading
    self.rank = rank
    self.alignment = alignment
    self.value = value
    self.shown = shown ?? { StyledText(value($0).plainText) }
  }

  var layout: Table.ColumnLayout {
    Table.ColumnLayout(heading: heading ?? name, rank: rank, alignment: alignment)
  }
}

extension JSON {
  /// A record as an object with a member for each column.
  init<Record>(_ record: Record, _ columns: [Column<Record>]) {
    self = .object(columns.map { Member($0.name, $0.value(record)) })
  }
}
