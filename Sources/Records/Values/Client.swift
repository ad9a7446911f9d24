import Clinical
import Foundation
import PostgreSQL

/// A client of the practice.
package struct Client: Sendable {
  package typealias ID = RecordID<Client>
  package let id: ID
  package let shortID: String
  package let fullName: String
  package let email: String?
  package let phone: String?
  package let birthDate: CalendarDate?
  /// The display name of the practitioner whose client this is.
  package let practitioner: String
  package let archived: Bool
  package let createdAt: Date
  /// A number that rises with every change of the details.
  package let version: Int

  /// A detail of a client that can be edited.
  package enum Detail: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case fullName = "full_name"
    case email, phone
    case birthDate = "birth_date"
  }
}

/// A client whose name, e-mail and phone number hold what was looked for.
package struct MatchingClient: Sendable {
  package let client: Client
  /// Whether the words are the whole name, e-mail or phone number.
  package let isExact: Bool
  /// Whether the name alone holds all of the words.
  package let isNamed: Bool
}

extension MatchingClient {
  init(_ row: Row) throws {
    client = try Client(row)
    isExact = try row.flag("is_exact")
    isNamed = try row.flag("is_named")
  }
}

extension Client {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    fullName = try row.string("full_name")
    email = try row.text("email")
    phone = try row.text("phone")
    birthDate = try row.day("birth_date")
    practitioner = try row.string("practitioner")
    archived = try row.flag("archived")
    createdAt = try row.requiredInstant("created_at")
    version = try row.integer("version")
  }
}
