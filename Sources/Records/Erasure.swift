import Foundation
import PostgreSQL

/// That a client was erased: an opaque id, so that a restored backup can be brought up to it.
package struct Erasure: Sendable, Hashable, Codable {
  package let practice: Practice.ID
  package let client: Client.ID
  package let erasedAt: Date
}

extension Erasure {
  init(_ row: Row) throws {
    practice = try row.id("practice")
    client = try row.id("client")
    erasedAt = try row.requiredInstant("erased_at")
  }
}
