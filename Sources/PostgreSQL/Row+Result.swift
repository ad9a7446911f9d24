import CLibPQ

extension Row {
  /// Reads the rows of a libpq result in text format.
  /// - Throws: when the server sent invalid UTF-8.
  static func rows(of result: OpaquePointer) throws(PostgresError) -> [Row] {
    let width = PQnfields(result)
    let columns = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
    var rows: [Row] = []
    rows.reserveCapacity(Int(PQntuples(result)))
    for row in 0..<PQntuples(result) {
      var values: [String?] = []
      values.reserveCapacity(Int(width))
      for column in 0..<width {
        values.append(try text(of: result, row, column))
      }
      rows.append(Row(columns: columns, values: values))
    }
    return rows
  }

  private static func text(of result: OpaquePointer, _ row: Int32, _ column: Int32) throws(PostgresError) -> String? {
    if PQgetisnull(result, row, column) == 1 { return nil }
    guard let text = String(validatingCString: PQgetvalue(result, row, column)) else { throw .protocolViolation }
    return text
  }
}
