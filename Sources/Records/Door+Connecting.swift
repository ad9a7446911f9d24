import PostgreSQL

extension Door {
  /// A door to the database that libpq's environment names. It connects when first used, and again after a loss.
  package static func connect(connections: Int) -> Door {
    Door(ConnectionPool(connections: connections))
  }

  /// Refuses a role that could read a table: the daemon stands on the internet, and what it cannot do, nobody can make
  /// it do.
  /// - Throws: `TooPowerful`, or `Fault` when the database cannot be reached.
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
