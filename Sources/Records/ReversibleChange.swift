import Foundation
import PostgreSQL

/// A change of one's own that can still be taken back.
package struct ReversibleChange: Sendable {
  /// `client.edit`, `client.assign`, `client.archive`, `invite.create` ...
  package let verb: String
  package let target: UUID
  package let client: Client.ID
  package let madeAt: Date
}

extension ReversibleChange {
  init(_ row: Row) throws {
    verb = try row.string("verb")
    target = try row.requiredUUID("target")
    client = try row.id("client")
    madeAt = try row.requiredInstant("made_at")
  }
}

extension Desk {
  /// Takes back one's newest change that can be; `Refusal.conflict` when there is none.
  package func undo() async throws -> ReversibleChange {
    try await database.call("desk.undo").only(as: ReversibleChange.init)
  }

  /// Newest first.
  package func reversibleChanges() async throws -> [ReversibleChange] {
    try await database.call("desk.undo_list").decoded(as: ReversibleChange.init)
  }
}
