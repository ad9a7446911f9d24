import Clinical
import Foundation
import PostgreSQL

/// A visit as it is kept. Once it is signed it stays as it was, and amendments are added below it.
package struct Visit: Sendable {
  package typealias ID = RecordID<Visit>
  package enum State: String, Sendable { case draft, signed, amended }

  /// Words that were added after the visit was signed.
  package struct Amendment: Sendable, Decodable {
    package let words: String
    /// The display name of who wrote them.
    package let author: String
    package let amendedAt: Date

    private enum CodingKeys: String, CodingKey {
      case words, author
      case amendedAt = "amended_at"
    }
  }

  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let heldOn: CalendarDate
  package let minutes: Int?
  package let note: VisitNote
  package let state: State
  package let recordedAt: Date
  /// The display names of who wrote it and who signed it.
  package let author: String
  package let signedBy: String?
  package let signedAt: Date?
  /// Oldest first.
  package let amendments: [Amendment]
  /// A number that rises with every change and every amendment.
  package let version: Int
}

extension Visit {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    guard let day = try row.day("held_on") else { throw RowError.unexpectedNull("held_on") }
    heldOn = day
    minutes = try row.int("minutes")
    note = try row.json("note")
    state = try row.requiredWord("state")
    recordedAt = try row.requiredInstant("recorded_at")
    author = try row.string("author")
    signedBy = try row.text("signed_by")
    signedAt = try row.instant("signed_at")
    amendments = try row.json("amendments")
    version = try row.integer("version")
  }

  package var draft: VisitDraft { VisitDraft(heldOn: heldOn, minutes: minutes, note: note) }
}
