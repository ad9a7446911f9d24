import Clinical
import Foundation
import JSON
import PostgreSQL

extension Door {
  /// What the door tells of the check-in of a plan to whoever holds its link.
  package struct OpenedCheckIn: Sendable {
    /// What it asks about, sealed under the link; nil when another plan has taken its place.
    package let sealedBasis: [UInt8]?
    package let contentVersion: String
    package let issuedAt: Date
    /// The time at which the fuller form was answered last.
    package let lastFullAt: Date?
    package let pausedItems: [HomeCareItem.ID]
    /// The red flags of its check-ins that nobody has acknowledged.
    package let openFlags: [RedFlag.ID]
    package let isPaused: Bool
    package let practice: PracticeSign
  }
}

extension Door.OpenedCheckIn {
  init(_ row: Row) throws {
    sealedBasis = try row.bytes("sealed_basis")
    contentVersion = try row.string("content_version")
    issuedAt = try row.requiredInstant("issued_at")
    lastFullAt = try row.instant("last_full_at")
    let (items, flags): ([String], [String]) = (try row.json("paused_items"), try row.json("open_flags"))
    pausedItems = items.map(HomeCareItem.ID.init(rawValue:))
    openFlags = flags.map(RedFlag.ID.init(rawValue:))
    isPaused = try row.string("state") == "paused"
    practice = try Door.PracticeSign(row)
  }
}
