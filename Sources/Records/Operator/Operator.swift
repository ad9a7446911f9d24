import PostgreSQL

/// What the operator of an installation may do: the schema, practices, practitioners' logins and content. They see no
/// client's data.
package struct Operator: Sendable {
  package let database: PostgresConnection

  package init(_ database: PostgresConnection) {
    self.database = database
  }

  /// Runs an operation as a whole: when a step of it fails, nothing has happened.
  package func transaction<Value>(_ operation: () async throws -> Value) async throws -> Value {
    try await database.transaction(.commit, operation)
  }

  /// Returns the settings that `doctor` checks, by name.
  package func settings() async throws -> [String: String] {
    try await database.call("operator.settings").settings()
  }
}
