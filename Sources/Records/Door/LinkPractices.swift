import Foundation
import PostgreSQL

/// The practice of a link, as an opaque identifier by which the pool tells which statements may wait for the same locks.
package struct LinkedPractice: Sendable {
  let id: String
  /// The time zone in which the practice counts days.
  package let zone: TimeZone
}

extension LinkedPractice {
  init(_ row: Row) throws {
    id = try row.string("practice")
    zone = try row.zone("time_zone")
  }
}

/// The practices of the links that were used last.
final class LinkPractices: Sendable {
  private struct Generations {
    /// With so many links, those that were not used since the last time are forgotten.
    static let limit = 10_000

    var recent: [[UInt8]: LinkedPractice] = [:]
    var older: [[UInt8]: LinkedPractice] = [:]

    subscript(tokenHash: [UInt8]) -> LinkedPractice? {
      mutating get {
        if let practice = recent[tokenHash] { return practice }
        let practice = older[tokenHash]
        if practice != nil { self[tokenHash] = practice }
        return practice
      }
      set {
        if recent.count >= Self.limit, recent[tokenHash] == nil { self = Generations(older: recent) }
        recent[tokenHash] = newValue
      }
    }
  }

  private let generations = Locked(Generations())

  subscript(tokenHash: [UInt8]) -> LinkedPractice? {
    get {
      generations.withLock { $0[tokenHash] }
    }
    set {
      generations.withLock { $0[tokenHash] = newValue }
    }
  }
}

extension Door {
  /// Refuses work for a link whose practice is not served now, because its rows are locked: it would be in vain, and take
  /// time from other practices. A link that is not known yet is let through.
  /// - Throws: `Fault`, unreachable.
  package func requireRoom(for tokenHash: [UInt8]) async throws {
    guard let practice = linkPractices[tokenHash], await !database.hasRoom(for: practice.id) else { return }
    throw Fault(sqlState: SQLState.poolExhausted.rawValue, unreachable: true)
  }

  /// Returns the practice that a link belongs to. The database is asked for it, and answers without waiting for a lock,
  /// unless the link was opened or asked for before.
  /// - Throws: `Refusal.notFound` for an unknown link.
  package func practice(of tokenHash: [UInt8]) async throws -> LinkedPractice {
    if let known = linkPractices[tokenHash] { return known }
    let found = try await database.call("door.practice_of", .bytes(tokenHash)).decoded(as: LinkedPractice.init)
    guard let practice = found.first else { throw Refusal.notFound(kind: "invite") }
    linkPractices[tokenHash] = practice
    return practice
  }
}
