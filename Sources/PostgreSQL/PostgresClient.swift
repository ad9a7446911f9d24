/// Something that runs statements: a `PostgresConnection`, or a `ConnectionPool`.
package protocol PostgresClient: Sendable {
  /// Runs one statement as one transaction in one round trip and returns its rows.
  ///
  /// Returns only after the transaction has committed (the pipeline's Sync was answered without an error).
  /// - Throws: `PostgresError`; when `outcomeUnknown` is true the statement may have been applied.
  func query(_ statement: Statement) async throws(PostgresError) -> [Row]

  /// Returns whether one more statement of this group may wait, so that its caller need not prepare it in vain.
  func hasRoom(for group: String) async -> Bool
}
