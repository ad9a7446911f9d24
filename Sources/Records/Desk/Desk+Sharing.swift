import Foundation
import PostgreSQL

extension Desk {
  /// Hands a client to a colleague, who is named by id, login or display name.
  package func assignClient(_ reference: String, to practitioner: String) async throws -> Client {
    try await call("desk.client_assign", .text(reference), .text(practitioner)).only(as: Client.init)
  }

  package func shareClient(_ reference: String, with practitioner: String, until: Date) async throws {
    _ = try await call("desk.client_share", .text(reference), .text(practitioner), .instant(until))
  }

  package func unshareClient(_ reference: String, with practitioner: String) async throws {
    _ = try await call("desk.client_unshare", .text(reference), .text(practitioner))
  }

  package func shares(of reference: String) async throws -> [ClientShare] {
    try await call("desk.client_shares", .text(reference)).decoded(as: ClientShare.init)
  }

  /// Opens any client of the practice for twelve hours; the client's practitioner is shown the reason.
  ///
  /// Whether there is such a client is told only when the attempt stands in the audit.
  package func breakGlass(_ reference: String, reason: String) async throws -> Client {
    _ = try await call("desk.client_break_glass", .text(reference), .text(reason))
    return try await client(reference)
  }
}
