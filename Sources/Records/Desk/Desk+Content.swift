import Clinical
import PostgreSQL

extension Desk {
  /// Returns the content that a record was made with, whatever version this program brings along, and the practice's own
  /// items beside it, as they are today.
  /// - Throws: `Refusal.notFound` for a version that was never loaded.
  package func content(_ version: String) async throws -> ContentPack {
    let library = try await contentVersions.pack(version) { try await call("desk.content", .text(version)) }
    return library.adding(try await items().map(\.item))
  }
}
