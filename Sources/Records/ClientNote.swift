import Foundation
import PostgreSQL

package struct ClientNote: Sendable {
  package typealias ID = RecordID<ClientNote>
  package let id: ID
  package let note: String
  /// Display name.
  package let author: String
  package let writtenAt: Date
}

extension ClientNote {
  init(_ row: Row) throws {
    id = try row.id("id")
    note = try row.string("note")
    author = try row.string("author")
    writtenAt = try row.requiredInstant("written_at")
  }
}

extension Desk {
  /// Notes are only added; one's own last can be taken back by `undo`.
  package func addNote(id: ClientNote.ID, to reference: String, _ note: String) async throws {
    _ = try await database.call("desk.client_note", .id(id), .text(reference), .text(note))
  }

  /// Newest first.
  package func notes(of reference: String) async throws -> [ClientNote] {
    try await database.call("desk.client_notes", .text(reference)).decoded(as: ClientNote.init)
  }
}
