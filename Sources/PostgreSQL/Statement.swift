/// An SQL statement with its bound values. Each connection prepares it on first use.
package struct Statement: Sendable {
  package let sql: String
  package let values: [PostgresValue?]
  /// Whether the statement may share a transaction with those of other callers (group commit, see `ConnectionPool`). Only
  /// for statements that are safe to repeat after an unknown outcome.
  package let batchable: Bool

  package init(_ sql: String, _ values: [PostgresValue?] = [], batchable: Bool = false) {
    self.sql = sql
    self.values = values
    self.batchable = batchable
  }
}
