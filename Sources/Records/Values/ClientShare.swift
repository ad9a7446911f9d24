import Foundation
import PostgreSQL

/// A colleague who may see a client for a while.
package struct ClientShare: Sendable {
  /// The display name of the colleague.
  package let practitioner: String
  /// The display name of who granted it.
  package let grantedBy: String
  package let grantedAt: Date
  package let until: Date
  /// Set if the colleague gave themselves access in an emergency.
  package let breakGlassReason: String?
}

extension ClientShare {
  init(_ row: Row) throws {
    practitioner = try row.string("practitioner")
    grantedBy = try row.string("granted_by")
    grantedAt = try row.requiredInstant("granted_at")
    until = try row.requiredInstant("until")
    breakGlassReason = try row.text("break_glass_reason")
  }
}
