import Clinical
import Foundation
import JSON
import PostgreSQL

/// A practice's own list of items to start a plan from; nothing of a client is in it.
package struct PlanTemplate: Sendable {
  package let name: String
  package let items: [HomeCareItem.ID]
  /// Display name.
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

extension Desk {
  package func planTemplates() async throws -> [PlanTemplate] {
    try await database.call("desk.plan_template_list").decoded(as: PlanTemplate.init)
  }

  /// Saves or replaces.
  package func savePlanTemplate(_ name: String, items: [HomeCareItem.ID]) async throws {
    _ = try await database.call("desk.plan_template_save", .text(name), .json(items.map { ["item": $0] }))
  }

  package func deletePlanTemplate(_ name: String) async throws {
    _ = try await database.call("desk.plan_template_delete", .text(name))
  }
}
