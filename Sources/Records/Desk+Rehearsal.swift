import PostgreSQL

extension Desk {
  /// Does what may be a rehearsal: it is then taken back as soon as it is done, and refused what the deed would be.
  ///
  /// Only for rows: a session that was ended would stay so.
  package func perform<Value>(rehearsing: Bool, _ deed: () async throws -> Value) async throws -> Value {
    guard rehearsing else { return try await deed() }
    guard let connection = database as? Connection else { throw Fault() }
    do {
      try await connection.execute(script: "begin")
      let value = try await deed()
      try await connection.execute(script: "rollback")
      return value
    } catch {
      // What failed is the answer; the connection may be what failed.
      try? await connection.execute(script: "rollback")
      throw (error as? PostgresError).map(Fault.init) ?? error
    }
  }
}
