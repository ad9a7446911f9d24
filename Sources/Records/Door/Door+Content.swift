import Clinical
import PostgreSQL

extension Door {
  /// Returns the content that an invite asks for, whatever version this program brings along.
  /// - Throws: `Refusal.notFound` for a version that was never loaded.
  package func content(_ version: String) async throws -> ContentPack {
    try await contentVersions.pack(version) { try await database.call("door.content", .text(version)) }
  }
}
