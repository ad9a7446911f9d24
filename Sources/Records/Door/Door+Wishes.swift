import PostgreSQL

extension Door {
  /// Records what a client wishes, told from the page of a form that their browser sent; the same again changes nothing.
  /// - Throws: `Refusal.notFound` for any other browser or link.
  package func saveWish(_ wish: ClientWish, tokenHash: [UInt8], draftKeyHash: [UInt8]) async throws {
    let practice = try await practice(of: tokenHash)
    _ = try await database.call(
      "door.wish_save", .bytes(tokenHash), .bytes(draftKeyHash), .text(wish.rawValue), group: practice.id)
  }
}
