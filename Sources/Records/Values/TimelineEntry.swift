import Foundation
import PostgreSQL

/// Something that happened with a client.
package struct TimelineEntry: Sendable {
  package let at: Date
  /// A verb as in the audit: `client.add`, `intake.submit`, `plan.issue` ...
  package let what: String
  package let id: UUID?
  package let shortID: String?
  /// The present state of the record.
  package let state: String?
  /// Who and why, or what about; nil where the verb says it all.
  package let detail: String?
}

extension TimelineEntry {
  init(_ row: Row) throws {
    at = try row.requiredInstant("at")
    what = try row.string("what")
    id = try row.uuid("id")
    shortID = try row.text("short_id")
    state = try row.text("state")
    detail = try row.text("detail")
  }
}
