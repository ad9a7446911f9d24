import Foundation
import PostgreSQL

/// What a practitioner wrote down about a client.
package struct ClientNote: Sendable {
  package typealias ID = RecordID<ClientNote>
  package let id: ID
  package let note: String
  /// The display name of who wrote it.
  package let author: String
  package let writtenAt: Date
}

extension ClientNote {
  init(_ row: Row) throws {
    id = try row.id("id")
    note = try row.string("note")
    author = try row.string("author")
    writtenAt = try row.requiredInstant("written_at")
  }
}
