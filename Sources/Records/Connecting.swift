import PostgreSQL

/// Why there is no connection, in libpq's words: which service, socket or role. It holds no data of a client.
package struct ConnectionFailure: Error, Sendable {
  package let message: String
  /// The server answered, and does not know this person.
  package let isRefused: Bool
}

extension Desk {
  /// Connects as libpq does, as the therapist whose role that is.
  ///
  /// - Parameter service: of the libpq service file; nil is `PGSERVICE`, `PGHOST` and their like.
  package static func connect(service: String? = nil) async throws -> Desk { Desk(try await open(service)) }
}

extension Operator {
  package static func connect(service: String? = nil) async throws -> Operator { Operator(try await open(service)) }

  /// Over this machine's socket, which tells PostgreSQL who calls.
  package static func connect(database: String) async throws -> Operator {
    Operator(try await open(database: database, role: "plumbline_operator"))
  }
}

extension Operator {
  /// The SCRAM verifier of a password, so that the password itself is never sent.
  package func verifier(of password: String, for login: String) async throws -> String {
    guard let connection = database as? Connection else { throw Fault() }
    do {
      return try await connection.encryptPassword(password, role: login)
    } catch {
      throw Fault(error)
    }
  }
}

private func open(_ service: String?) async throws(ConnectionFailure) -> Connection {
  try await open(conninfo: service.map { "service='\($0.quotedForConninfo)'" } ?? "")
}

/// - Parameter role: nil is libpq's own choice.
func open(database: String, role: String? = nil) async throws(ConnectionFailure) -> Connection {
  let user = role.map { " user='\($0.quotedForConninfo)'" } ?? ""
  return try await open(conninfo: "dbname='\(database.quotedForConninfo)'" + user)
}

private func open(conninfo: String) async throws(ConnectionFailure) -> Connection {
  do throws(PostgresError) {
    return try await Connection.open(conninfo)
  } catch {
    throw ConnectionFailure(message: error.message, isRefused: error.message.saysNo)
  }
}

extension String {
  /// libpq gives a failed connect no SQLSTATE; these are the server's own words of class 28.
  fileprivate var saysNo: Bool {
    ["authentication failed", "is not permitted to log in", "no pg_hba.conf entry", "FATAL: role "].contains(
      where: contains)
  }
}

extension String {
  /// A value between the quotes of libpq's `keyword = 'value'`.
  fileprivate var quotedForConninfo: String {
    replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
