import Clinical
import PostgreSQL

extension Door {
  /// Returns what a link opens, and remembers whose it is for what will be written through it.
  /// - Parameter draftKeyHash: nil for a browser that has begun nothing.
  /// - Throws: `Refusal.notFound` alike for a link that is unknown, malformed, expired or revoked.
  package func openInvite(tokenHash: [UInt8], draftKeyHash: [UInt8]? = nil) async throws -> OpenedInvite {
    let (practice, invite) = try await database.call(
      "door.invite_open", .bytes(tokenHash), draftKeyHash.map { .bytes($0) }
    ).only { row in (try LinkedPractice(row), try OpenedInvite(row)) }
    linkPractices[tokenHash] = practice
    return invite
  }

  /// Returns the portrait, a JPEG, of the therapist whose client a link belongs to; nil if there is none or the link has
  /// ended.
  package func openPortrait(tokenHash: [UInt8]) async throws -> [UInt8]? {
    try await database.call("door.portrait_open", .bytes(tokenHash)).decoded { try $0.data("portrait") }.first
  }

  /// Returns whether a link is one that has expired.
  package func hasEnded(tokenHash: [UInt8]) async throws -> Bool {
    try await database.call("door.invite_ended", .bytes(tokenHash)).only { try $0.flag("ended") }
  }

  /// Returns the `EarlierForm` of a link's client, sealed under the link, to whoever knows the birth date on record or the
  /// code. Nil for anybody else; each link allows five wrong tries.
  package func openHistory(tokenHash: [UInt8], birthDate: CalendarDate?, codeHash: [UInt8]?) async throws -> [UInt8]? {
    let practice = try await practice(of: tokenHash)
    return try await database.call(
      "door.history_open", .bytes(tokenHash), birthDate.map { .day($0) }, codeHash.map { .bytes($0) },
      group: practice.id
    ).decoded { try $0.data("prefill") }.first
  }
}
