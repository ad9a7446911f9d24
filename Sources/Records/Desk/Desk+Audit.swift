import Foundation
import PostgreSQL

extension Desk {
  /// Returns entries of the audit, the newest first.
  /// - Parameters:
  ///   - who: the display name of a practitioner; nil means everyone.
  ///   - most: nil means all of them.
  package func auditEntries(
    client: Client.ID? = nil, who: String? = nil, since: Date? = nil, most: Int? = nil
  ) async throws -> [AuditEntry] {
    try await call(
      "desk.audit_list", client.map { .id($0) }, who.map { .text($0) }, since.map { .instant($0) },
      most.map { .int($0) }
    ).decoded(as: AuditEntry.init)
  }

  /// Returns who has seen or changed a client's record, and how often.
  package func accesses(to client: String) async throws -> [AuditAccess] {
    try await call("desk.audit_who", .text(client)).decoded(as: AuditAccess.init)
  }

  /// Verifies the practice's whole audit chain, and that it still contains an exported head.
  package func verifyAudit(against head: AuditHead? = nil) async throws -> AuditVerification {
    try await call("desk.audit_verify", (head?.sequence).map { .int($0) }, (head?.hash).map { .bytes($0) })
      .only { AuditVerification(entries: try $0.integer("entries"), brokenAt: try $0.int("broken_at")) }
  }

  /// Returns the end of the practice's audit chain, to be kept outside the database.
  package func auditHead() async throws -> AuditHead {
    try await call("desk.audit_head").only { row in
      AuditHead(
        practice: try row.id("practice"), sequence: try row.integer("sequence"), hash: try row.data("hash"),
        at: try row.requiredInstant("at"))
    }
  }
}
