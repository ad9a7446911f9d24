import PostgreSQL

extension Desk {
  /// Finds records that contain these words, in upper or lower case; the newest first.
  ///
  /// The audit says before whose records they are in: those of the fifty clients with the newest.
  /// - Parameter kind: nil searches every kind.
  package func find(_ words: String, kind: Found.Kind? = nil, limit: Int = 50) async throws -> [Found] {
    _ = try await call("desk.find_open", .text(words), kind.map { .text($0.rawValue) })
    return try await call("desk.find", .text(words), .int(limit), kind.map { .text($0.rawValue) })
      .decoded(as: Found.init)
  }
}
