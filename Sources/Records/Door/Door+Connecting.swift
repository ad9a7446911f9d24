import PostgreSQL

extension Door {
  /// Returns a door to the database that libpq's environment names. It connects when first used, and again after it
  /// loses its connections.
  package static func connect(connections: Int) -> Door {
    Door(ConnectionPool(connections: connections))
  }

  /// Checks that the daemon's role cannot read a table: the daemon is exposed to the internet, and nobody can make it
  /// do what its role may not.
  /// - Throws: `TooPowerful`, or `Fault` if the database cannot be reached.
  package func requireHarmlessRole() async throws {
    do {
      _ = try await database.query(Statement("select 1 from clinic.practices limit 1"))
    } catch {
      if error.sqlState?.rawValue == "42501" { return }
      throw Fault(error)
    }
    throw TooPowerful()
  }

  package struct TooPowerful: Error, CustomStringConvertible {
    package var description: String {
      "the database role can read tables: connect as a role that may only execute the functions in schema door"
    }
  }
}
