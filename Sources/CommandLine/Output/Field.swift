import Clinical
import JSON

/// One column of a list: its name in JSON and CSV, and how it looks to a person.
package struct Field<Record>: Sendable {
  package enum Alignment: Sendable { case left, right }

  /// Name in `--json`, `--csv` and `--columns`: an interface, only ever added to.
  package let name: String
  /// Heading of the table; nil keeps the column out of tables unless `--columns` asks for it.
  package let heading: String?
  /// The column with the highest rank goes first when the terminal is narrow; 0 always stays.
  package let rank: Int
  package let alignment: Alignment
  package let value: @Sendable (Record) -> JSON
  package let shown: @Sendable (Record) -> Inked

  package init(
    _ name: String, _ heading: String? = nil, rank: Int = 0, alignment: Alignment = .left,
    value: @escaping @Sendable (Record) -> JSON, shown: (@Sendable (Record) -> Inked)? = nil
  ) {
    self.name = name
    self.heading = heading
    self.rank = rank
    self.alignment = alignment
    self.value = value
    self.shown = shown ?? { Inked(value($0).plainText) }
  }
}

extension JSON {
  /// A record as an object with these members.
  init<Record>(_ record: Record, _ fields: [Field<Record>]) {
    self = .object(fields.map { Member($0.name, $0.value(record)) })
  }
}
