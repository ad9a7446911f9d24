extension Desk {
  /// Connects as libpq does, as the therapist whose role that is.
  ///
  /// - Parameter service: an entry of the libpq service file; nil means `PGSERVICE`, `PGHOST` and their like.
  /// - Throws: `ConnectionFailure`.
  package static func connect(service: String? = nil) async throws -> Desk { Desk(try await open(service: service)) }
}
