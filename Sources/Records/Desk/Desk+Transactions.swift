import PostgreSQL

extension Desk {
  /// Runs an operation and, in a dry run, rolls it back as soon as it is done: a dry run is refused whatever the
  /// operation itself would be. What it reads is opened before, in the audit, for good.
  package func perform<Value>(dryRun: Bool, _ operation: () async throws -> Value) async throws -> Value {
    guard dryRun else { return try await operation() }
    return try await transaction(dryRun: true, operation)
  }

  /// Runs an operation as a whole: when a step of it fails, such as showing a secret to the person who needs it, nothing
  /// has happened, nor has it after a dry run. A refusal to show what is not opened yet runs it again from its beginning.
  package func transaction<Value>(dryRun: Bool = false, _ operation: () async throws -> Value) async throws -> Value {
    try await opening { try await database.transaction(dryRun ? .rollback : .commit, operation) }
  }
}
