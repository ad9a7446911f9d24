import Clinical
import Foundation
import PostgreSQL

/// A message to a client, or to the therapist who looks at it, and what became of it.
package struct Message: Sendable {
  package typealias ID = RecordID<Message>
  package enum Channel: String, Sendable, CaseIterable { case email, sms }
  package enum State: String, Sendable { case waiting, sent, failed, cancelled, bounced }

  package let id: ID
  /// The beginning of the id, which names it.
  package let shortID: String
  package let kind: Letter.Kind
  /// Nil for a message to a therapist.
  package let client: Client.ID?
  package let clientName: String?
  package let channel: Channel
  package let state: State
  /// Why it is not sent, or came back.
  package let reason: String?
  package let tries: Int
  package let nextTryAt: Date
  package let createdAt: Date
  package let handedOverAt: Date?
  package let visit: CalendarDate?
}

extension Message {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    kind = try row.requiredWord("kind")
    client = try row.uuid("client").map(Client.ID.init)
    clientName = try row.text("client_name")
    channel = try row.requiredWord("channel")
    state = try row.requiredWord("state")
    reason = try row.text("reason")
    tries = try row.integer("tries")
    nextTryAt = try row.requiredInstant("next_try_at")
    createdAt = try row.requiredInstant("created_at")
    handedOverAt = try row.instant("handed_over_at")
    visit = try row.day("visit_on")
  }
}
