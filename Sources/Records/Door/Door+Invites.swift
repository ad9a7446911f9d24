import PostgreSQL

extension Door {
  /// Returns what a link opens.
  /// - Throws: `Refusal.notFound` alike for a link that is unknown, malformed, expired or revoked.
  package func openInvite(tokenHash: [UInt8]) async throws -> OpenedInvite {
    try await database.call("door.invite_open", .bytes(tokenHash)).only(as: OpenedInvite.init)
  }
}
