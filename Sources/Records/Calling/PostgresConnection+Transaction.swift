import PostgreSQL

/// How a transaction ends whose operation went well.
enum TransactionEnd: String {
  case commit, rollback
}

extension PostgresConnection {
  /// Runs an operation as one transaction. One that fails is rolled back.
  ///
  /// - Throws: what the operation throws; `Fault` when the transaction cannot be begun or ended.
  nonisolated func transaction<Value>(_ end: TransactionEnd, _ operation: () async throws -> Value) async throws
    -> Value
  {
    do {
      try await execute(script: "begin")
      let value = try await operation()
      try await execute(script: end.rawValue)
      return value
    } catch {
      // The caller needs the first error. The rollback may fail too, if the connection is what failed.
      try? await execute(script: "rollback")
      throw (error as? PostgresError).map(Fault.init) ?? error
    }
  }
}
