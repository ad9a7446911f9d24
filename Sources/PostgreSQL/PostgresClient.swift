/// Something that runs statements: a `Connection`, or a `ConnectionPool`.
package protocol PostgresClient: Sendable {
  /// Runs one statement as one transaction in one round trip and returns its rows.
  ///
  /// Returns only after the transaction has committed (the pipeline's Sync was answered without an error).
  /// - Throws: `PostgresError`; when `outcomeUnknown` is true the statement may have been applied.
  func query(_ statement: Statement) async throws(PostgresError) -> [Row]
}

/// One SQL statement with its bound values. It is prepared on first use on each connection.
package struct Statement: Sendable {
  package let sql: String
  package let values: [PostgresValue?]
  /// May share a database transaction with other callers' statements (see `ConnectionPool`): only for statements
  /// that are safe to run again after an unknown outcome.
  package let foldable: Bool

  package init(_ sql: String, _ values: [PostgresValue?] = [], foldable: Bool = false) {
    self.sql = sql
    self.values = values
    self.foldable = foldable
  }
}

/// A parameter in PostgreSQL's text form.
package struct PostgresValue: Sendable, Hashable {
  package let text: String

  package init(text: String) {
    self.text = text
  }

  package static func text(_ value: String) -> Self { Self(text: value) }
  package static func int(_ value: Int) -> Self { Self(text: String(value)) }
  package static func bool(_ value: Bool) -> Self { Self(text: value ? "t" : "f") }
  /// `\x` and hexadecimal digits.
  package static func bytes(_ value: [UInt8]) -> Self { Self(text: "") }
}

/// A row of a result; columns by name.
package struct Row: Sendable {
  package init(columns: [String], values: [String?]) {}

  /// The column as text; nil when null.
  /// - Throws: `RowError.missingColumn` when the result has no such column.
  package func text(_ column: String) throws(RowError) -> String? { nil }
  package func int(_ column: String) throws(RowError) -> Int? { nil }
  package func bool(_ column: String) throws(RowError) -> Bool? { nil }
  package func bytes(_ column: String) throws(RowError) -> [UInt8]? { nil }
}

package enum RowError: Error, Sendable, Hashable {
  case missingColumn(String)
  case unexpectedNull(String)
  case malformed(column: String)
}

/// Why a statement failed. Its description carries no data of the statement or the row.
package struct PostgresError: Error, Sendable {
  /// Five characters, or nil when the failure was not reported by the server.
  package let sqlState: SQLState?
  /// The primary message, for failures that our own functions raise; never DETAIL.
  package let message: String
  package let constraint: String?
  /// The connection was lost while a commit may have been in flight.
  package let outcomeUnknown: Bool
}

package struct SQLState: RawRepresentable, Sendable, Hashable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}
