/// An SQL statement with its bound values. Each connection prepares it on first use.
package struct Statement: Sendable {
  package let sql: String
  package let values: [PostgresValue?]
  /// Whether the statement may share a transaction with those of other callers (group commit, see `ConnectionPool`). Only
  /// for statements that are safe to repeat after an unknown outcome.
  package let batchable: Bool
  /// The statements of one group may wait for the same locks, so a pool keeps them from holding up those of other groups.
  /// Nil for a statement that waits for no lock.
  package let group: String?

  package init(_ sql: String, _ values: [PostgresValue?] = [], batchable: Bool = false, group: String? = nil) {
    self.sql = sql
    self.values = values
    self.batchable = batchable
    self.group = group
  }
}
