import Foundation
import PostgreSQL

extension Desk {
  /// Newest first.
  /// - Parameter who: the display name of a practitioner.
  package func auditEntries(
    client: Client.ID? = nil, who: String? = nil, since: Date? = nil
  ) async throws -> [AuditEntry] {
    try await database.call(
      "desk.audit_list", client.map { .id($0) }, who.map { .text($0) }, since.map { .instant($0) }
    ).decoded(as: AuditEntry.init)
  }
}
