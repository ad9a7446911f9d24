import PostgreSQL

extension Desk {
  /// Finds records that contain these words, in upper or lower case; the newest first.
  ///
  /// - Parameter kind: nil searches every kind.
  package func find(_ words: String, kind: Found.Kind? = nil, limit: Int = 50) async throws -> [Found] {
    try await database.call("desk.find", .text(words), .int(limit), kind.map { .text($0.rawValue) })
      .decoded(as: Found.init)
  }
}
