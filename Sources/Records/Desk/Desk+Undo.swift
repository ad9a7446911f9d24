import PostgreSQL

extension Desk {
  /// Takes back one's newest change that can still be taken back.
  /// - Throws: `Refusal.conflict` when there is none.
  package func undo() async throws -> UndoLogEntry {
    try await call("desk.undo").only { try UndoLogEntry($0, isListed: false) }
  }

  /// Returns one's changes that can still be taken back, the newest first.
  package func undoLog() async throws -> [UndoLogEntry] {
    try await call("desk.undo_list").decoded { try UndoLogEntry($0, isListed: true) }
  }
}
