import Foundation
import PostgreSQL

/// A change that the therapist who made it can still take back.
package struct UndoLogEntry: Sendable {
  /// `client.edit`, `client.assign`, `client.archive`, `invite.create` ...
  package let verb: String
  package let target: UUID
  /// Nil for an import, which is about many.
  package let client: Client.ID?
  package let madeAt: Date
  /// The invitation that would be taken back; nil for any other change, and once
  /// it is taken back.
  package let invite: (shortID: String, state: Invite.State)?
  /// How many clients of an import are taken back, and how many stay because something has happened with them since; nil
  /// for any other change.
  package let arrivals: (takenBack: Int, kept: Int)?
}

extension UndoLogEntry {
  /// - Parameter isListed: whether the row says of an invitation which it is.
  init(_ row: Row, isListed: Bool) throws {
    verb = try row.string("verb")
    target = try row.requiredUUID("target")
    client = try row.uuid("client").map { RecordID($0) }
    madeAt = try row.requiredInstant("made_at")
    invite = try isListed ? row.text("invite").map { (shortID: $0, state: try row.requiredWord("invite_state")) } : nil
    arrivals = try row.int("clients").map { (takenBack: $0, kept: try row.integer("kept")) }
  }
}
