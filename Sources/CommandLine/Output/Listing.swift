import Clinical
import JSON

/// What the options of a list ask for.
package struct ListingOptions: Sendable {
  package var columns: [String]?
  package var heading = true
  package var limit: Int?
  package var sort: String?

  package init(columns: [String]? = nil, heading: Bool = true, limit: Int? = nil, sort: String? = nil) {
    self.columns = columns
    self.heading = heading
    self.limit = limit
    self.sort = sort
  }
}

extension Console {
  /// The most rows on a terminal unless `--limit` says otherwise.
  private static let screenful = 50

  /// Prints records in the format that was asked for.
  ///
  /// - Parameter nothing: the sentence for an empty list on a terminal.
  package func list<Record>(_ records: [Record], _ columns: [Column<Record>], nothing: String) throws {
    let chosen = try choose(from: columns)
    let sorted = try sort(records, by: columns)
    let limit = listing.limit ?? (format == .table && output.isTerminal ? Self.screenful : sorted.count)
    let rows = sorted.prefix(limit)
    switch format {
    case .json:
      let objects = rows.map { JSON($0, chosen) }
      try emit(bytes: JSON.array(objects).safeBytes(indented: output.isTerminal) + [UInt8(ascii: "\n")])
    case .jsonl: try emit(rows.map { JSON($0, chosen).text() + "\n" }.joined())
    case .csv:
      let head = listing.heading ? CSV.line(chosen.map { .string($0.name) }) : ""
      try emit(head + rows.map { row in CSV.line(chosen.map { $0.value(row) }) }.joined())
    case .tsv:
      let visible = listing.columns == nil ? chosen.filter { $0.heading != nil } : chosen
      try emit(
        rows.map { row in visible.map { $0.value(row).plainText.onOneLine }.joined(separator: "\t") + "\n" }.joined())
    case .table:
      guard !rows.isEmpty else { return note(nothing) }
      let visible = listing.columns == nil ? chosen.filter { $0.heading != nil } : chosen
      let table = Table(
        columns: visible.map(\.layout), rows: rows.map { row in visible.map { $0.shown(row) } })
      let lines = table.lines(width: width, colour: output.colour && file == nil, heading: listing.heading)
      try emit(lines.map { $0 + "\n" }.joined())
    }
    if rows.count < sorted.count { note("\(rows.count) of \(sorted.count) shown. All: --limit \(sorted.count)") }
  }

  private func choose<Record>(from columns: [Column<Record>]) throws -> [Column<Record>] {
    guard let wanted = listing.columns else { return columns }
    return try wanted.map { name in try Self.column(name, of: columns) }
  }

  private func sort<Record>(_ records: [Record], by columns: [Column<Record>]) throws -> [Record] {
    guard let order = listing.sort else { return records }
    let descends = order.hasPrefix("-")
    let column = try Self.column(descends ? String(order.dropFirst()) : order, of: columns)
    let keyed = records.map { (key: column.value($0), record: $0) }
    let ascending = keyed.sorted { $0.key.precedes($1.key) }.map(\.record)
    return descends ? ascending.reversed() : ascending
  }

  private static func column<Record>(_ name: String, of columns: [Column<Record>]) throws -> Column<Record> {
    if let column = columns.first(where: { $0.name == name }) { return column }
    throw CommandError(
      .usage, "there is no column “\(name)”.", next: "Columns: \(columns.map(\.name).joined(separator: ", "))")
  }
}

extension JSON {
  /// Whether this value stands first in ascending order: numbers by size, everything else as text.
  fileprivate func precedes(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right
    case (.decimal(let left), .decimal(let right)): left < right
    default: plainText.lowercased() < other.plainText.lowercased()
    }
  }
}
