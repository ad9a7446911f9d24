import Foundation
import PostgreSQL

/// A practice as the operator sees it.
package struct Practice: Sendable {
  package typealias ID = RecordID<Practice>
  package let id: ID
  package let name: String
  package let createdAt: Date
}

extension Practice {
  init(_ row: Row) throws {
    id = try row.id("id")
    name = try row.string("name")
    createdAt = try row.requiredInstant("created_at")
  }
}

/// What the operator takes down of a practice.
package struct PracticeDetails: Sendable {
  package let phone: String?
  /// The name of the time zone in which the practice counts days.
  package let timeZone: String
}

extension PracticeDetails {
  init(_ row: Row) throws {
    phone = try row.text("phone")
    timeZone = try row.string("time_zone")
  }
}

/// A practitioner as the operator sees them.
package struct PracticeMember: Sendable {
  package let id: Practitioner.ID
  package let practice: Practice.ID
  package let practiceName: String
  package let displayName: String
  package let login: String
  package let isOwner: Bool
  package let active: Bool
  package let validUntil: Date?
}

extension PracticeMember {
  init(_ row: Row) throws {
    id = try row.id("id")
    practice = try row.id("practice")
    practiceName = try row.string("practice_name")
    displayName = try row.string("display_name")
    login = try row.string("login")
    isOwner = try row.flag("is_owner")
    active = try row.flag("active")
    validUntil = try row.instant("valid_until")
  }
}
