import PostgreSQL

extension Door {
  /// Returns what the link of a plan opens.
  package func openPlan(linkHash: [UInt8]) async throws -> OpenedPlan {
    try await database.call("door.plan_open", .bytes(linkHash)).only(as: OpenedPlan.init)
  }
}
