import PostgreSQL

/// The practices of the links that were used last, as opaque identifiers. They tell the pool which statements may wait for
/// the same locks.
final class LinkPractices: Sendable {
  private struct Generations {
    var recent: [[UInt8]: String] = [:]
    var older: [[UInt8]: String] = [:]
  }

  /// With so many links, those that were not used since the last time are forgotten.
  private static let generationLimit = 10_000

  private let generations = Locked(Generations())

  subscript(tokenHash: [UInt8]) -> String? {
    get {
      generations.withLock { $0.recent[tokenHash] ?? $0.older[tokenHash] }
    }
    set {
      generations.withLock { generations in
        if generations.recent.count >= Self.generationLimit {
          generations = Generations(older: generations.recent)
        }
        generations.recent[tokenHash] = newValue
      }
    }
  }
}

extension Door {
  /// Returns the practice that a link belongs to, which the database is asked once. It answers without waiting for a lock.
  /// - Throws: `Refusal.notFound` for an unknown link.
  func practice(of tokenHash: [UInt8]) async throws -> String {
    if let known = linkPractices[tokenHash] { return known }
    let found = try await database.call("door.practice_of", .bytes(tokenHash)).decoded { try $0.string("practice") }
    guard let practice = found.first else { throw Refusal.notFound(kind: "invite") }
    linkPractices[tokenHash] = practice
    return practice
  }
}
