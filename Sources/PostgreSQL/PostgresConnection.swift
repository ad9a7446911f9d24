import CLibPQ

/// One connection to PostgreSQL. Concurrent callers are served one at a time, in order of arrival.
@PostgresLoop
package final class PostgresConnection: PostgresClient {
  private let session: Session
  private var isBusy = false
  private var turns: [CheckedContinuation<Void, Never>] = []

  private init(_ session: Session) {
    self.session = session
  }

  /// Connects as libpq does: from the environment (`PGSERVICE`, `PGHOST` ...), to one of several hosts if so configured.
  /// - Parameter conninfo: a libpq connection string; what it sets takes precedence over the environment.
  /// - Throws: `PostgresError` with libpq's message about the failed connection.
  package static func open(
    _ conninfo: String = "", settings: SessionSettings = SessionSettings()
  ) async throws(PostgresError) -> PostgresConnection {
    PostgresConnection(try await Session.open(conninfo, settings))
  }

  @PostgresLoop
  package func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    try await query([statement])[0]
  }

  /// Returns true: a connection serves any number of callers in turn.
  @PostgresLoop
  package func hasRoom(for group: String) async -> Bool { true }

  /// Runs the statements as one transaction in one round trip and returns the rows of each.
  package func query(_ statements: [Statement]) async throws(PostgresError) -> [[Row]] {
    await waitForTurn()
    defer { endTurn() }
    return try await session.run(statements)
  }

  /// Runs a script of several statements by the simple query protocol: as one transaction, unless the script itself
  /// begins and ends transactions. The script `begin` opens a transaction for the statements that follow on this
  /// connection, until `commit` or `rollback`.
  package func execute(script: String) async throws(PostgresError) {
    await waitForTurn()
    defer { endTurn() }
    try await session.run(script: script)
  }

  /// Returns the SCRAM verifier to store for a role, so that the password itself never reaches the server.
  package func encryptPassword(_ password: String, role: String) throws(PostgresError) -> String {
    guard let verifier = PQencryptPasswordConn(session.pointer, password, role, "scram-sha-256") else {
      throw PostgresError(sqlState: nil, message: "libpq could not encrypt the password")
    }
    defer { PQfreemem(verifier) }
    return String(cString: verifier)
  }

  /// Stops running statements. The socket closes when the last reference is released.
  package nonisolated func close() {
    Task { @PostgresLoop in session.close() }
  }

  private func waitForTurn() async {
    if isBusy {
      await withCheckedContinuation { turns.append($0) }
    }
    isBusy = true
  }

  /// Passes the turn to the longest waiting caller, so that a new caller cannot overtake it.
  private func endTurn() {
    if turns.isEmpty {
      isBusy = false
    } else {
      turns.removeFirst().resume()
    }
  }
}
