import Foundation
import PostgreSQL

/// A change that the therapist who made it can still take back.
package struct UndoLogEntry: Sendable {
  /// `client.edit`, `client.assign`, `client.archive`, `invite.create` ...
  package let verb: String
  package let target: UUID
  package let client: Client.ID
  package let madeAt: Date
}

extension UndoLogEntry {
  init(_ row: Row) throws {
    verb = try row.string("verb")
    target = try row.requiredUUID("target")
    client = try row.id("client")
    madeAt = try row.requiredInstant("made_at")
  }
}
