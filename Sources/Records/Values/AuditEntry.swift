import Foundation
import PostgreSQL

/// One thing that somebody did, as the audit recorded it.
package struct AuditEntry: Sendable {
  package let sequence: Int
  package let at: Date
  /// The display name of who did it.
  package let who: String
  package let verb: String
  package let target: UUID?
  package let reason: String?
}

extension AuditEntry {
  init(_ row: Row) throws {
    sequence = try row.integer("sequence")
    at = try row.requiredInstant("at")
    who = try row.string("who")
    verb = try row.string("verb")
    target = try row.uuid("target")
    reason = try row.text("reason")
  }
}
