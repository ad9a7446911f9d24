import Foundation
import PostgreSQL

/// An invitation to fill in the intake form through a link.
package struct Invite: Sendable {
  package typealias ID = RecordID<Invite>
  package enum State: String, Sendable { case created, opened, started, submitted, expired, revoked }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let state: State
  package let createdAt: Date
  package let expiresAt: Date
}

extension Invite {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    state = try row.requiredWord("state")
    createdAt = try row.requiredInstant("created_at")
    expiresAt = try row.requiredInstant("expires_at")
  }
}
