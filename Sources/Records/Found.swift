import Foundation
import PostgreSQL

/// A place where words that were looked for occur.
package struct Found: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case client, note, intake, plan }
  package let kind: Kind
  package let id: UUID
  package let shortID: String?
  package let client: Client.ID
  package let clientName: String
  package let at: Date
  package let excerpt: String
}

extension Found {
  init(_ row: Row) throws {
    kind = try row.requiredWord("kind")
    id = try row.requiredUUID("id")
    shortID = try row.text("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    at = try row.requiredInstant("at")
    excerpt = try row.string("excerpt")
  }
}

extension Desk {
  /// Newest first, at most `limit`; the case of letters does not matter.
  package func find(_ words: String, limit: Int = 50) async throws -> [Found] {
    try await database.call("desk.find", .text(words), .int(limit)).decoded(as: Found.init)
  }
}
