import PostgreSQL

extension Door {
  /// Returns the client's copy of an issued plan, sealed under its link.
  package func openPlan(linkHash: [UInt8]) async throws -> [UInt8] {
    try await database.call("door.plan_open", .bytes(linkHash)).only { try $0.data("sealed") }
  }
}
