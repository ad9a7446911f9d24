extension Operator {
  /// Connects as libpq does.
  ///
  /// - Parameter service: an entry of the libpq service file; nil means `PGSERVICE`, `PGHOST` and their like.
  /// - Throws: `ConnectionFailure`.
  package static func connect(service: String? = nil) async throws -> Operator {
    Operator(try await open(service: service))
  }

  /// Connects over this machine's socket, which tells PostgreSQL who calls.
  /// - Throws: `ConnectionFailure`.
  package static func connect(database: String) async throws -> Operator {
    Operator(try await open(database: database, role: "plumbline_operator"))
  }
}
