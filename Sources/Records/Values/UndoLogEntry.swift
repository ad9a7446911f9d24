import Foundation
import PostgreSQL

/// A change that the therapist who made it can still take back.
package struct UndoLogEntry: Sendable {
  /// `client.edit`, `client.assign`, `client.archive`, `invite.create` ...
  package let verb: String
  package let target: UUID
  package let client: Client.ID
  package let madeAt: Date
  /// The invitation that would be taken back; nil for any other change, and once
  /// it is taken back.
  package let invite: (shortID: String, state: Invite.State)?
}

extension UndoLogEntry {
  /// - Parameter isListed: whether the row says of an invitation which it is.
  init(_ row: Row, isListed: Bool) throws {
    verb = try row.string("verb")
    target = try row.requiredUUID("target")
    client = try row.id("client")
    madeAt = try row.requiredInstant("made_at")
    invite = try isListed ? row.text("invite").map { (shortID: $0, state: try row.requiredWord("invite_state")) } : nil
  }
}
