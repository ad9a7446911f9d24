import PostgreSQL

extension Desk {
  /// Adds a note to a client. Notes are never edited; `undo` takes back one's own last one.
  package func addNote(id: ClientNote.ID, to reference: String, _ note: String) async throws {
    _ = try await call("desk.client_note", .id(id), .text(reference), .text(note))
  }

  /// Returns the notes of a client, the newest first.
  package func notes(of reference: String) async throws -> [ClientNote] {
    try await call("desk.client_notes", .text(reference)).decoded(as: ClientNote.init)
  }
}
