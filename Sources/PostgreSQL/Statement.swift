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
