import PostgreSQL

extension Door {
  /// Stores a sealed draft. `Refusal.blocked` when twenty browsers keep one with answers.
  /// - Parameters:
  ///   - version: the version of the draft that this one was made from, 0 for the first; `Refusal.stale` if another page
  ///     was saved since.
  ///   - isEmpty: whether the client has answered nothing in it yet, so that it may be dropped for one with answers.
  package func saveDraft(
    tokenHash: [UInt8], draftKeyHash: [UInt8], sealed: [UInt8], version: Int, isEmpty: Bool = false
  ) async throws {
    let practice = try await practice(of: tokenHash)
    _ = try await database.call(
      "door.draft_save", .bytes(tokenHash), .bytes(draftKeyHash), .bytes(sealed), .int(version), .bool(isEmpty),
      batchable: true, group: practice.id)
  }

  /// Returns the sealed draft and its version, or nil if this key has none.
  package func loadDraft(
    tokenHash: [UInt8], draftKeyHash: [UInt8]
  ) async throws -> SealedDraft? {
    try await database.call("door.draft_load", .bytes(tokenHash), .bytes(draftKeyHash))
      .decoded { SealedDraft(sealed: try $0.data("sealed"), version: try $0.integer("version")) }.first
  }

  /// Keeps the draft key wrapped under a resume code for another device; a newer code replaces the older.
  package func saveResumeCode(
    tokenHash: [UInt8], draftKeyHash: [UInt8], codeHash: [UInt8], wrappedKey: [UInt8]
  ) async throws {
    let practice = try await practice(of: tokenHash)
    _ = try await database.call(
      "door.resume_code_save", .bytes(tokenHash), .bytes(draftKeyHash), .bytes(codeHash), .bytes(wrappedKey),
      group: practice.id)
  }

  /// Returns the wrapped key, or nil for a wrong code. Each invite allows few guesses.
  package func openResumeCode(tokenHash: [UInt8], codeHash: [UInt8]) async throws -> [UInt8]? {
    let practice = try await practice(of: tokenHash)
    return try await database.call("door.resume_code_open", .bytes(tokenHash), .bytes(codeHash), group: practice.id)
      .decoded { try $0.data("wrapped_key") }.first
  }
}
