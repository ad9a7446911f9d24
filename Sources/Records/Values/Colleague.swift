import Foundation
import PostgreSQL

/// Someone who works, or worked, in the practice.
package struct Colleague: Sendable {
  package let id: Practitioner.ID
  package let displayName: String
  package let login: String
  package let isOwner: Bool
  package let active: Bool
  package let validUntil: Date?
  /// The number of their clients; nil unless the owner asks.
  package let clients: Int?
}

extension Colleague {
  init(_ row: Row) throws {
    id = try row.id("id")
    displayName = try row.string("display_name")
    login = try row.string("login")
    isOwner = try row.flag("is_owner")
    active = try row.flag("active")
    validUntil = try row.instant("valid_until")
    clients = try row.int("clients")
  }
}
