import Clinical
import Foundation
import PostgreSQL

/// What the daemon may do. It holds sealed bytes and hashes of secrets, and hands over submissions.
package struct Door: Sendable {
  package let database: any PostgresClient
  let contentVersions = ContentVersions()

  package init(_ database: any PostgresClient) {
    self.database = database
  }

  /// The issued plan sealed under its link.
  package func openPlan(linkHash: [UInt8]) async throws -> [UInt8] {
    try await database.call("door.plan_open", .bytes(linkHash)).only { try $0.data("sealed") }
  }

  /// One round trip: schema version, for `/readyz`.
  package func schemaVersion() async throws -> Int {
    try await database.call("door.schema_version").only { try $0.integer("schema_version") }
  }
}
