import Foundation

/// The identity of a record: a UUID of version 7, made by the caller.
package struct RecordID<Record>: Hashable, Sendable {
  package let uuid: UUID

  package init(_ uuid: UUID) {
    self.uuid = uuid
  }
}
