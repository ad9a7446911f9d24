import PostgreSQL

extension Desk {
  /// Returns the practitioner who is connected.
  package func whoAmI() async throws -> Practitioner {
    guard let me = try await call("desk.whoami").decoded(as: Practitioner.init).first else {
      throw Refusal.notAllowed("this login belongs to no practitioner")
    }
    return me
  }

  /// Returns everyone who works, or worked, in the practice.
  package func practitioners() async throws -> [Colleague] {
    try await call("desk.practitioner_list").decoded(as: Colleague.init)
  }

  /// Closes a login and hands the clients to `successor`; only the owner may. Its sessions may do nothing from then on,
  /// and end with `endClosedSessions`.
  /// - Returns: the number of clients handed over.
  package func deactivatePractitioner(_ reference: String, successor: String) async throws -> Int {
    try await call("desk.practitioner_deactivate", .text(reference), .text(successor))
      .only { try $0.integer("practitioner_deactivate") }
  }

  /// Ends the sessions that are left of logins which the practice has closed; only the owner may.
  package func endClosedSessions() async throws {
    try await ClosedSessions.end {
      try await call("desk.closed_sessions_end").only { try $0.integer("closed_sessions_end") }
    }
  }

  /// Hands all clients of one practitioner to another; only the owner may.
  /// - Returns: the number of clients handed over.
  package func transferClients(from giver: String, to taker: String) async throws -> Int {
    try await call("desk.practitioner_transfer", .text(giver), .text(taker))
      .only { try $0.integer("practitioner_transfer") }
  }
}
