import PostgreSQL

/// What the daemon may do: keep sealed bytes under hashes of secrets, and hand over submissions.
package struct Door: Sendable {
  package let database: any PostgresClient
  let contentVersions = ContentVersions()
  let linkPractices = LinkPractices()

  package init(_ database: any PostgresClient) {
    self.database = database
  }

  /// Returns the number of the newest migration, in one round trip: for `/readyz`.
  package func schemaVersion() async throws -> Int {
    try await database.call("door.schema_version").only { try $0.integer("schema_version") }
  }
}
