import PostgreSQL

extension Door {
  /// Stores a sealed draft.
  /// - Parameter version: the version of the draft that this one was made from, 0 for the first; `Refusal.stale` if
  ///   another page was saved since.
  package func saveDraft(tokenHash: [UInt8], draftKeyHash: [UInt8], sealed: [UInt8], version: Int) async throws {
    _ = try await database.call(
      "door.draft_save", .bytes(tokenHash), .bytes(draftKeyHash), .bytes(sealed), .int(version), batchable: true)
  }

  /// Returns the sealed draft and its version, or nil if this key has none.
  package func loadDraft(
    tokenHash: [UInt8], draftKeyHash: [UInt8]
  ) async throws -> (sealed: [UInt8], version: Int)? {
    try await database.call("door.draft_load", .bytes(tokenHash), .bytes(draftKeyHash))
      .decoded { (sealed: try $0.data("sealed"), version: try $0.integer("version")) }.first
  }

  /// Keeps the draft key wrapped under a resume code for another device; a newer code replaces the older.
  package func saveResumeCode(
    tokenHash: [UInt8], draftKeyHash: [UInt8], codeHash: [UInt8], wrappedKey: [UInt8]
  ) async throws {
    _ = try await database.call(
      "door.resume_code_save", .bytes(tokenHash), .bytes(draftKeyHash), .bytes(codeHash), .bytes(wrappedKey))
  }

  /// Returns the wrapped key, or nil for a wrong code. Each invite allows few guesses.
  package func openResumeCode(tokenHash: [UInt8], codeHash: [UInt8]) async throws -> [UInt8]? {
    try await database.call("door.resume_code_open", .bytes(tokenHash), .bytes(codeHash))
      .decoded { try $0.data("wrapped_key") }.first
  }
}
