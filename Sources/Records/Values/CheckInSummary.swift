import Clinical
import Foundation
import PostgreSQL

/// A check-in as it stands in a list, without what the client told.
package struct CheckInSummary: Sendable {
  package let id: CheckIn.ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let plan: Plan.ID
  package let kind: CheckInForm.Kind
  package let submittedAt: Date
  /// How many of its red flags nobody has acknowledged.
  package let openFlags: Int
  package let readAt: Date?
  /// The display name of who read it.
  package let readBy: String?
}

extension CheckInSummary {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    plan = try row.id("plan")
    kind = try row.requiredWord("form")
    submittedAt = try row.requiredInstant("submitted_at")
    openFlags = try row.integer("open_flags")
    readAt = try row.instant("read_at")
    readBy = try row.text("read_by")
  }
}
