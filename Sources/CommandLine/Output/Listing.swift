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
  /// The most rows elsewhere, of a list that grows with the practice.
  private static let page = 1000

  /// The number of records to read for a list that grows with the practice: one more than it shows, to know whether there
  /// are more. Nil means all of them, because they are sorted here.
  package var mostRead: Int? {
    listing.sort == nil ? min(max(Self.page, listing.limit ?? 0), Int(Int32.max) - 1) + 1 : nil
  }

  /// Prints records in the format that was asked for.
  ///
  /// - Parameters:
  ///   - nothing: the sentence for an empty list on a terminal.
  ///   - inPages: whether it grows with the practice, so that no more than `mostRead` records were read.
  package func list<Record>(
    _ records: [Record], _ columns: [Column<Record>], nothing: String, inPages: Bool = false
  ) throws {
    let chosen = try choose(from: columns)
    let sorted = try sort(records, by: columns)
    let isShort = format == .table && output.isTerminal
    let rows = sorted.prefix(listing.limit ?? (isShort ? Self.screenful : inPages ? Self.page : sorted.count))
    switch format {
    case .json:
      let objects = rows.map { JSON($0, chosen) }
      try emit(bytes: JSON.array(objects).safeBytes(indented: output.isTerminal) + [UInt8(ascii: "\n")])
    case .jsonl: try emit(rows.map { JSON($0, chosen).text() + "\n" }.joined())
    case .csv, .csvRaw:
      // What is exact could steer a terminal.
      let csv = CSV(isExact: format == .csvRaw && !(output.isTerminal && file == nil))
      let head = listing.heading ? csv.line(chosen.map { .string($0.name) }) : ""
      try emit(head + rows.map { row in csv.line(chosen.map { $0.value(row) }) }.joined())
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
    if inPages, let mostRead, sorted.count >= mostRead {
      note("The first \(rows.count); there are more: --limit")
    } else if rows.count < sorted.count {
      note("\(rows.count) of \(sorted.count) shown. All: --limit \(sorted.count)")
    }
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
