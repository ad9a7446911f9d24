import Clinical
import Foundation
import PostgreSQL

/// A plan as it stands in a list, without what is in it.
package struct PlanSummary: Sendable {
  package let id: Plan.ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let state: Plan.State
  package let createdAt: Date
  package let issuedAt: Date?
  /// How many items the plan has.
  package let itemCount: Int
  package let contentVersion: String
}

extension PlanSummary {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client_id")
    clientName = try row.string("client_name")
    state = try row.requiredWord("state")
    createdAt = try row.requiredInstant("created_at")
    issuedAt = try row.instant("issued_at")
    itemCount = try row.integer("items")
    contentVersion = try row.string("content_version")
  }
}
