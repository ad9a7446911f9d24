import PostgreSQL

extension Desk {
  /// Finds records that have all of these words, each from its beginning, in any case and with or without accents; the
  /// newest first.
  ///
  /// The audit says before whose records they are in: those of a hundred more clients at most, which are all when the limit
  /// is no higher.
  /// - Parameter kind: nil searches every kind.
  package func find(_ words: String, kind: Found.Kind? = nil, limit: Int = 50) async throws -> [Found] {
    _ = try await call("desk.find_open", .text(words), kind.map { .text($0.rawValue) }, .int(limit))
    return try await call("desk.find", .text(words), .int(limit), kind.map { .text($0.rawValue) })
      .decoded(as: Found.init)
  }
}
