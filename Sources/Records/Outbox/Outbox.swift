import PostgreSQL

/// What the machine that sends messages may do: learn which are due and to whom they go, and say what became of them.
package struct Outbox: Sendable {
  package let database: PostgresConnection

  /// Connects as libpq does.
  ///
  /// - Parameter service: an entry of the libpq service file; nil means `PGSERVICE`, `PGHOST` and their like.
  /// - Throws: `ConnectionFailure`.
  package static func connect(service: String? = nil) async throws -> Outbox {
    Outbox(database: try await open(service: service))
  }
}

extension Outbox {
  /// Registers the key to which secrets of links are sealed from now on.
  package func registerKey(_ publicKey: [UInt8]) async throws {
    _ = try await database.call("outbox.key_register", .bytes(publicKey))
  }

  package func practices() async throws -> [Practice.ID] {
    try await database.call("outbox.practices").decoded { try $0.id("practice") }
  }

  /// Writes the messages whose cause is the day.
  package func schedule(in practice: Practice.ID) async throws {
    _ = try await database.call("outbox.schedule", .id(practice))
  }

  /// Returns messages that are due, those that have waited longest first.
  package func due(in practice: Practice.ID, most: Int) async throws -> [DueMessage] {
    try await database.call("outbox.due", .id(practice), .int(most)).decoded { try DueMessage($0, in: practice) }
  }

  /// Returns how many messages are due in a practice, without writing any.
  package func countDue(in practice: Practice.ID) async throws -> Int {
    try await database.transaction(.rollback) {
      try await schedule(in: practice)
      return try await due(in: practice, most: 100_000).count
    }
  }

  /// Begins a try to hand a message over; nil when it may not be sent now. It is tried again later, unless what became
  /// of it is said before.
  ///
  /// - Parameters:
  ///   - stopHash: of the secret of the link by which the reader asks for no more.
  ///   - invite: the link for a message that needs a new one.
  package func beginTry(
    _ message: DueMessage, stopHash: [UInt8], invite: (hash: [UInt8], sealed: [UInt8])?
  ) async throws -> OutgoingMessage? {
    try await database.call(
      "outbox.begin_try", .id(message.practice), .id(message.id), .bytes(stopHash), invite.map { .bytes($0.hash) },
      invite.map { .bytes($0.sealed) }
    ).decoded(as: OutgoingMessage.init).first
  }

  package func handedOver(_ message: DueMessage) async throws {
    _ = try await database.call("outbox.handed_over", .id(message.practice), .id(message.id))
  }

  /// What became of a report that a message came back.
  package enum ReturnOutcome: String, Sendable {
    case noted
    /// The message is being handed over: its report is to be given again.
    case later
    /// It was never sent, long ago, or is known to have come back.
    case unknown
  }

  /// Records that a message came back. Nobody who reports it knows of which practice it is.
  package func returned(_ message: Message.ID, because reason: String, dryRun: Bool) async throws -> ReturnOutcome {
    for practice in try await practices() {
      let outcome: ReturnOutcome = try await database.transaction(dryRun ? .rollback : .commit) {
        try await database.call("outbox.bounced", .id(practice), .id(message), .text(reason))
          .only { try $0.requiredWord("outcome") }
      }
      if outcome != .unknown { return outcome }
    }
    return .unknown
  }

  /// - Parameter forGood: whether no later try can help.
  package func failed(_ message: DueMessage, because reason: String, forGood: Bool) async throws {
    _ = try await database.call(
      "outbox.failed", .id(message.practice), .id(message.id), .text(reason), .bool(forGood))
  }
}
