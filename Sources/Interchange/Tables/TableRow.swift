import CCSV

/// One row of a table.
struct TableRow: Sendable {
  /// Its number in a spreadsheet, where empty rows count.
  let number: Int
  let cells: [String]
}

extension TableRow {
  /// Reads the rows that have anything in them. Quotes, and line breaks within them, are as in RFC 4180; a quote within a
  /// cell that does not begin with one stands for itself.
  ///
  /// - Throws: `TableFault.unclosedQuote`, `.nul`.
  static func all(of bytes: some Collection<UInt8>, delimiter: UInt8) throws(TableFault) -> [TableRow] {
    let reader = RowReader()
    let openQuote = reader.read(Array(bytes), delimiter: delimiter)
    if let torn = reader.rows.first(where: { row in row.cells.contains { $0.utf8.contains(0) } }) {
      throw .nul(row: torn.number)
    }
    if let openQuote { throw .unclosedQuote(row: openQuote) }
    return reader.rows
  }

  /// Reads the rows at the beginning of a table that may be cut off anywhere, within a quote too; the last one may be a part
  /// of a row.
  static func atBeginning(of bytes: some Collection<UInt8>, delimiter: UInt8) -> [TableRow] {
    let reader = RowReader()
    _ = reader.read(Array(bytes), delimiter: delimiter)
    return reader.rows
  }
}

/// Collects what libcsv finds.
private final class RowReader {
  private(set) var rows: [TableRow] = []
  /// The number of the row that is read.
  private var number = 1
  private var cells: [String] = []
  private var lastEnd: Int32 = 0
  /// libcsv's FIELD_BEGUN. It tells an open quote by itself only where it also refuses every stray one.
  private static let withinCell: Int32 = 2

  /// - Returns: the number of the row in which a quote is open at the end.
  func read(_ bytes: [UInt8], delimiter: UInt8) -> Int? {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_REPALL_NL)) == 0 else { return number }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = { text, size, reader in
      RowReader.at(reader).take(UnsafeRawBufferPointer(start: text, count: size))
    }
    let end: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { RowReader.at($1).endRow($0) }
    let place = Unmanaged.passUnretained(self).toOpaque()
    let read = bytes.withUnsafeBytes { csv_parse(&parser, $0.baseAddress, $0.count, cell, end, place) }
    let openQuote = parser.quoted != 0 && parser.pstate == Self.withinCell ? number : nil
    return csv_fini(&parser, cell, end, place) == 0 && read == bytes.count ? openQuote : number
  }

  private static func at(_ place: UnsafeMutableRawPointer?) -> RowReader {
    guard let place else { preconditionFailure("libcsv gives back what it was given") }
    return Unmanaged<RowReader>.fromOpaque(place).takeUnretainedValue()
  }

  private func take(_ text: UnsafeRawBufferPointer) { cells.append(String(decoding: text, as: UTF8.self)) }

  private func endRow(_ character: Int32) {
    defer { lastEnd = character }
    // CR LF ends one row, and libcsv tells both.
    if cells.isEmpty, character == CSV_LF, lastEnd == CSV_CR { return }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(TableRow(number: number, cells: cells)) }
    cells = []
    number += 1
  }
}
