import Clinical
import JSON

/// What the person asked of a list.
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
  /// On a terminal a list ends here unless `--limit` says otherwise.
  private static let screenful = 50

  /// Prints records in the asked-for format; `nothing` is the sentence for an empty list on a terminal.
  package func list<Record>(_ records: [Record], _ fields: [Field<Record>], nothing: String) throws {
    let chosen = try choose(from: fields)
    let sorted = try sort(records, by: fields)
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
      let columns = listing.columns == nil ? chosen.filter { $0.heading != nil } : chosen
      try emit(
        rows.map { row in columns.map { $0.value(row).plainText.onOneLine }.joined(separator: "\t") + "\n" }.joined())
    case .table:
      guard !rows.isEmpty else { return note(nothing) }
      let columns = listing.columns == nil ? chosen.filter { $0.heading != nil } : chosen
      let table = Table(
        columns: columns.map {
          Table.Column(heading: $0.heading ?? $0.name, rank: $0.rank, alignsRight: $0.alignment == .right)
        }, rows: rows.map { row in columns.map { $0.shown(row) } })
      let lines = table.lines(width: width, colour: output.colour && file == nil, heading: listing.heading)
      try emit(lines.map { $0 + "\n" }.joined())
    }
    if rows.count < sorted.count { note("\(rows.count) of \(sorted.count) shown. All: --limit \(sorted.count)") }
  }

  private func choose<Record>(from fields: [Field<Record>]) throws -> [Field<Record>] {
    guard let wanted = listing.columns else { return fields }
    return try wanted.map { name in try Self.field(name, of: fields) }
  }

  private func sort<Record>(_ records: [Record], by fields: [Field<Record>]) throws -> [Record] {
    guard let order = listing.sort else { return records }
    let descends = order.hasPrefix("-")
    let field = try Self.field(descends ? String(order.dropFirst()) : order, of: fields)
    let keyed = records.map { (key: field.value($0), record: $0) }
    let ascending = keyed.sorted { $0.key.precedes($1.key) }.map(\.record)
    return descends ? ascending.reversed() : ascending
  }

  private static func field<Record>(_ name: String, of fields: [Field<Record>]) throws -> Field<Record> {
    if let field = fields.first(where: { $0.name == name }) { return field }
    throw CommandError(
      .usage, "there is no column “\(name)”.", next: "Columns: \(fields.map(\.name).joined(separator: ", "))")
  }
}

extension JSON {
  /// Numbers by size, everything else as text.
  fileprivate func precedes(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right
    case (.decimal(let left), .decimal(let right)): left < right
    default: plainText.lowercased() < other.plainText.lowercased()
    }
  }
}
