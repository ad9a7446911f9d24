import PostgreSQL

extension Operator {
  /// Returns the erased clients of a practice: to be kept outside the backups.
  package func erasures(of practice: Practice.ID) async throws -> [Erasure] {
    try await database.call("operator.erasure_list", .id(practice)).decoded { row in
      Erasure(
        practice: practice, client: try row.id("client"), erasedAt: try row.requiredInstant("erased_at"))
    }
  }

  /// Erases a client again after a restore.
  /// - Returns: whether the backup had brought the client back.
  package func eraseAgain(_ erasure: Erasure) async throws -> Bool {
    try await database.call("operator.erase_again", .id(erasure.practice), .id(erasure.client))
      .only { try $0.flag("erase_again") }
  }
}
