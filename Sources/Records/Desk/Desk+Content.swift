import Clinical
import PostgreSQL

extension Desk {
  /// Returns the content that a record was made with, whatever version this program brings along.
  /// - Throws: `Refusal.notFound` for a version that was never loaded.
  package func content(_ version: String) async throws -> ContentPack {
    try await contentVersions.pack(version) { try await call("desk.content", .text(version)) }
  }
}
