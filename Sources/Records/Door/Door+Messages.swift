import PostgreSQL

extension Door {
  /// Returns the public key of the outbox; nil before it has registered one.
  package func outboxKey() async throws -> [UInt8]? {
    try await database.call("door.outbox_key").decoded { try $0.data("public_key") }.first
  }

  /// Has a new link sent to the client whose link has ended, to the address on record.
  /// - Returns: false when none can be sent, and the practice is to be told.
  /// - Throws: `Refusal.notFound` for a link that is unknown, withdrawn or still good.
  package func renewLink(tokenHash: [UInt8], newHash: [UInt8], sealed: [UInt8]) async throws -> Bool {
    let practice = try await practice(of: tokenHash)
    return try await database.call(
      "door.link_renew", .bytes(tokenHash), .bytes(newHash), .bytes(sealed), group: practice.id
    ).only { try $0.string("outcome") == "sent" }
  }

  /// Returns whose messages a link stops, and whether it has.
  /// - Throws: `Refusal.notFound` for any other link.
  package func openStop(linkHash: [UInt8]) async throws -> (isStopped: Bool, practice: PracticeSign) {
    try await database.call("door.stop_open", .bytes(linkHash))
      .only { (isStopped: try $0.flag("stopped"), practice: try PracticeSign($0)) }
  }

  /// Records that a client asks for no more messages; the same again changes nothing.
  package func stopMessages(linkHash: [UInt8]) async throws {
    let practice = try await practice(of: linkHash)
    _ = try await database.call("door.stop", .bytes(linkHash), group: practice.id)
  }
}
