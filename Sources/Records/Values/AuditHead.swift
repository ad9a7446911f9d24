import Foundation
import PostgreSQL

/// The end of a practice's audit chain. A copy kept outside the database proves later that nothing before it was
/// changed.
package struct AuditHead: Sendable, Hashable {
  package let practice: Practice.ID
  package let sequence: Int
  package let hash: [UInt8]
  package let at: Date

  package init(practice: Practice.ID, sequence: Int, hash: [UInt8], at: Date) {
    self.practice = practice
    self.sequence = sequence
    self.hash = hash
    self.at = at
  }
}

package struct AuditVerification: Sendable, Hashable {
  package let entries: Int
  /// The sequence number of the first entry that does not match; nil when the chain is intact.
  package let brokenAt: Int?
}

/// What one person did with a client's record.
package struct AuditAccess: Sendable {
  package let who: String
  package let verb: String
  package let times: Int
  package let firstAt: Date
  package let lastAt: Date
}

extension AuditAccess {
  init(_ row: Row) throws {
    who = try row.string("who")
    verb = try row.string("verb")
    times = try row.integer("times")
    firstAt = try row.requiredInstant("first_at")
    lastAt = try row.requiredInstant("last_at")
  }
}
