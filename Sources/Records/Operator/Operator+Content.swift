import PostgreSQL

extension Operator {
  /// Returns the versions of the content that the database keeps, the oldest first.
  package func contentVersions() async throws -> [String] {
    try await database.call("operator.content_list").decoded { try $0.string("version") }
  }

  /// Keeps a version of the content for ever.
  /// - Parameter pack: one JSON object with the documents of the content by name.
  /// - Returns: false if it was loaded before.
  /// - Throws: `Refusal.conflict` if it was loaded before with other content.
  package func loadContent(version: String, pack: String) async throws -> Bool {
    try await database.call("operator.content_load", .text(version), .text(pack))
      .only { try $0.flag("content_load") }
  }
}
