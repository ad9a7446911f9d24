import PostgreSQL

extension Operator {
  /// Removes what has expired in a practice: drafts, resume codes and earlier answers of links, clients' copies, and what
  /// changes replaced that can no longer be undone.
  ///
  /// - Parameter dryRun: whether to roll it back and only count.
  /// - Returns: the number of rows of each kind.
  package func expire(in practice: Practice.ID, dryRun: Bool) async throws -> [(kind: String, count: Int)] {
    try await database.transaction(dryRun ? .rollback : .commit) {
      try await database.call("operator.expire", .id(practice))
        .decoded { (kind: try $0.string("kind"), count: try $0.integer("removed")) }
    }
  }
}
