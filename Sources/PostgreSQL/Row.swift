/// A row of a result, with its columns accessed by name.
package struct Row: Sendable {
  private let columns: [String]
  private let values: [String?]

  /// - Precondition: there are as many values as columns.
  package init(columns: [String], values: [String?]) {
    precondition(columns.count == values.count)
    self.columns = columns
    self.values = values
  }

  /// The column as text; nil when null.
  /// - Throws: `RowError.missingColumn` when the result has no such column.
  package func text(_ column: String) throws(RowError) -> String? {
    guard let index = columns.firstIndex(of: column) else { throw .missingColumn(column) }
    return values[index]
  }

  package func int(_ column: String) throws(RowError) -> Int? {
    try decode(column) { Int($0) }
  }

  package func bool(_ column: String) throws(RowError) -> Bool? {
    try decode(column) { ["t": true, "f": false][$0] }
  }

  package func bytes(_ column: String) throws(RowError) -> [UInt8]? {
    try decode(column, ByteaText.decode)
  }

  private func decode<Value>(_ column: String, _ parse: (String) -> Value?) throws(RowError) -> Value? {
    guard let text = try text(column) else { return nil }
    guard let value = parse(text) else { throw .malformed(column: column) }
    return value
  }
}

package enum RowError: Error, Sendable, Hashable {
  case missingColumn(String)
  case unexpectedNull(String)
  case malformed(column: String)
}
