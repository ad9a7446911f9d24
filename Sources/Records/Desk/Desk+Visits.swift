import Clinical
import PostgreSQL

extension Desk {
  package func recordVisit(id: Visit.ID, client: Client.ID, _ draft: VisitDraft) async throws -> Visit {
    try await call(
      "desk.visit_record", .id(id), .id(client), .day(draft.heldOn), draft.minutes.map { .int($0) }, .json(draft.note)
    ).only(as: Visit.init)
  }

  package func visit(_ reference: String) async throws -> Visit {
    try await call("desk.visit_get", .text(reference)).only(as: Visit.init)
  }

  /// Returns a client's visits, the newest first.
  package func visits(of client: Client.ID) async throws -> [Visit] {
    try await call("desk.visit_list", .id(client)).decoded(as: Visit.init)
  }

  /// Replaces what a draft says.
  /// - Parameter visit: as it was read; `Refusal.stale` if somebody changed it since.
  package func editVisit(_ visit: Visit, to draft: VisitDraft) async throws -> Visit {
    try await call(
      "desk.visit_edit", .id(visit.id), .day(draft.heldOn), draft.minutes.map { .int($0) }, .json(draft.note),
      .int(visit.version)
    ).only(as: Visit.init)
  }

  /// Signs a visit: from then on it can only be amended.
  /// - Parameter visit: as it was read; `Refusal.stale` if somebody changed it since.
  package func signVisit(_ visit: Visit) async throws {
    _ = try await call("desk.visit_sign", .id(visit.id), .int(visit.version))
  }

  /// Adds words below a signed visit.
  /// - Parameter visit: as it was read; `Refusal.stale` if somebody amended it since.
  package func amendVisit(_ visit: Visit, _ words: String) async throws -> Visit {
    try await call("desk.visit_amend", .id(visit.id), .text(words), .int(visit.version)).only(as: Visit.init)
  }

  /// Removes a visit that was never signed.
  /// - Parameter visit: as it was read; `Refusal.stale` if somebody changed it since.
  package func discardVisit(_ visit: Visit) async throws {
    _ = try await call("desk.visit_discard", .id(visit.id), .int(visit.version))
  }
}
