import Clinical
import PostgreSQL

extension Desk {
  package func planTemplates() async throws -> [PlanTemplate] {
    try await call("desk.plan_template_list").decoded(as: PlanTemplate.init)
  }

  /// Saves a template, in place of one with the same name.
  package func savePlanTemplate(_ name: String, items: [HomeCareItem.ID]) async throws {
    _ = try await call("desk.plan_template_save", .text(name), .json(items.map { ["item": $0] }))
  }

  package func deletePlanTemplate(_ name: String) async throws {
    _ = try await call("desk.plan_template_delete", .text(name))
  }
}
