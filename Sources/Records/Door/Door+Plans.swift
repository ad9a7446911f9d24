import PostgreSQL

extension Door {
  /// Returns what the link of a plan opens.
  package func openPlan(linkHash: [UInt8]) async throws -> OpenedPlan {
    try await database.call("door.plan_open", .bytes(linkHash)).only(as: OpenedPlan.init)
  }

  /// Returns whether a link is that of a plan's page which has ended with the day that was set for it.
  package func hasPlanEnded(linkHash: [UInt8]) async throws -> Bool {
    try await database.call("door.plan_ended", .bytes(linkHash)).only { try $0.flag("ended") }
  }

  /// Records that whoever holds the ended link of a plan asks for a new one; the same again changes nothing.
  /// - Throws: `Refusal.notFound` for a link that is unknown, replaced or still good.
  package func askForNewPlanLink(linkHash: [UInt8]) async throws {
    let practice = try await practice(of: linkHash)
    _ = try await database.call("door.plan_wish", .bytes(linkHash), group: practice.id)
  }
}
