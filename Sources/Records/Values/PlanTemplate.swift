import Clinical
import Foundation
import JSON
import PostgreSQL

/// A practice's own list of items to start a plan from. It holds nothing about a client.
package struct PlanTemplate: Sendable {
  package let name: String
  package let items: [HomeCareItem.ID]
  /// The display name of who saved it.
  package let savedBy: String
  package let savedAt: Date
}

extension PlanTemplate {
  private struct Element: Decodable { let item: HomeCareItem.ID }

  init(_ row: Row) throws {
    name = try row.string("name")
    items = try row.json("items", as: [Element].self).map(\.item)
    savedBy = try row.string("saved_by")
    savedAt = try row.requiredInstant("saved_at")
  }
}
