import PostgreSQL

/// The practitioner who is connected.
package struct Practitioner: Sendable {
  package typealias ID = RecordID<Practitioner>
  package let id: ID
  package let displayName: String
  package let isOwner: Bool
  package let practiceName: String
}

extension Practitioner {
  init(_ row: Row) throws {
    id = try row.id("id")
    displayName = try row.string("display_name")
    isOwner = try row.flag("is_owner")
    practiceName = try row.string("practice_name")
  }
}
