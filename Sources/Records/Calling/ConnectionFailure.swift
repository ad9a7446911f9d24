import PostgreSQL

/// Why there is no connection, in libpq's words: which service, socket or role. It holds no data of a client.
package struct ConnectionFailure: Error, Sendable {
  package let message: String
  /// Whether the server answered and does not know this person.
  package let isRefused: Bool
}

/// - Parameter service: nil leaves the choice to libpq.
func open(service: String?) async throws(ConnectionFailure) -> PostgresConnection {
  try await open(conninfo: service.map { "service='\($0.quotedForConninfo)'" } ?? "")
}

/// - Parameter role: nil leaves the choice to libpq.
package func open(database: String, role: String? = nil) async throws(ConnectionFailure) -> PostgresConnection {
  let user = role.map { " user='\($0.quotedForConninfo)'" } ?? ""
  return try await open(conninfo: "dbname='\(database.quotedForConninfo)'" + user)
}

private func open(conninfo: String) async throws(ConnectionFailure) -> PostgresConnection {
  do throws(PostgresError) {
    return try await PostgresConnection.open(conninfo)
  } catch {
    throw ConnectionFailure(message: error.message, isRefused: error.message.saysNo)
  }
}

extension String {
  /// Whether libpq reports a refused login: a failed connect has no SQLSTATE, so these are the server's own words of
  /// class 28.
  fileprivate var saysNo: Bool {
    ["authentication failed", "is not permitted to log in", "no pg_hba.conf entry", "FATAL: role "].contains(
      where: contains)
  }

  /// The text as it stands between the quotes of libpq's `keyword = 'value'`.
  fileprivate var quotedForConninfo: String {
    replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
