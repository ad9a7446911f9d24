import PostgreSQL

extension Desk {
  /// Runs an operation and, in a dry run, rolls it back as soon as it is done: a dry run is refused whatever the
  /// operation itself would be. What it reads is opened before, in the audit, for good.
  ///
  /// It only rolls back rows; a session that the operation ends stays ended.
  package func perform<Value>(dryRun: Bool, _ operation: () async throws -> Value) async throws -> Value {
    guard dryRun else { return try await operation() }
    return try await opening {
      do {
        try await database.execute(script: "begin")
        let value = try await operation()
        try await database.execute(script: "rollback")
        return value
      } catch {
        // The caller needs the first error. The rollback may fail too, if the connection is what failed.
        try? await database.execute(script: "rollback")
        throw (error as? PostgresError).map(Fault.init) ?? error
      }
    }
  }
}
