import PostgreSQL

extension Door {
  /// Records what a client wishes, told from the page of a form that their browser sent; the same again changes nothing.
  /// - Throws: `Refusal.notFound` for any other browser or link.
  package func saveWish(_ wish: ClientWish, tokenHash: [UInt8], draftKeyHash: [UInt8]) async throws {
    let practice = try await practice(of: tokenHash)
    _ = try await database.call(
      "door.wish_save", .bytes(tokenHash), .bytes(draftKeyHash), .text(wish.rawValue), group: practice.id)
  }

  /// Records that whoever holds a link asks to be called, or for a new link once it has expired.
  /// - Throws: `Refusal.notFound` for a link that is unknown or withdrawn, or that the wish does not fit.
  package func saveWish(_ wish: ClientWish, ofLink tokenHash: [UInt8]) async throws {
    let practice = try await practice(of: tokenHash)
    _ = try await database.call("door.link_wish", .bytes(tokenHash), .text(wish.rawValue), group: practice.id)
  }
}
