import CLibPQ

/// One session with PostgreSQL. Callers take turns, first come first served.
@PostgresLoop
package final class Connection: PostgresClient {
  private let session: Session
  private var isBusy = false
  private var turns: [CheckedContinuation<Void, Never>] = []

  private init(_ session: Session) {
    self.session = session
  }

  /// Connects as libpq does (`PGSERVICE`, `PGHOST` ..., multi-host); `conninfo` overrides, in libpq's own form.
  /// - Throws: `PostgresError` with libpq's words for what is wrong with the connection.
  package static func open(
    _ conninfo: String = "", settings: SessionSettings = SessionSettings()
  ) async throws(PostgresError) -> Connection {
    Connection(try await Session.open(conninfo, settings))
  }

  @PostgresLoop
  package func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    try await query([statement])[0]
  }

  /// Runs the statements as one transaction in one round trip; the rows of each.
  package func query(_ statements: [Statement]) async throws(PostgresError) -> [[Row]] {
    await takeTurn()
    defer { endTurn() }
    return try await session.run(statements)
  }

  /// Runs a script of many statements, as `psql -f` would: one transaction, unless the script says otherwise. A
  /// script may be `begin`, to run what follows on this connection in one transaction until `commit` or `rollback`.
  package func execute(script: String) async throws(PostgresError) {
    await takeTurn()
    defer { endTurn() }
    try await session.run(script: script)
  }

  /// The SCRAM verifier to store for a role, so that the password itself is never sent.
  package func encryptPassword(_ password: String, role: String) throws(PostgresError) -> String {
    guard let verifier = PQencryptPasswordConn(session.pointer, password, role, "scram-sha-256") else {
      throw PostgresError(sqlState: nil, message: "libpq could not encrypt the password")
    }
    defer { PQfreemem(verifier) }
    return String(cString: verifier)
  }

  /// The name quoted for use in SQL where nothing can be bound.
  package func escapeIdentifier(_ name: String) throws(PostgresError) -> String {
    guard let quoted = PQescapeIdentifier(session.pointer, name, name.utf8.count) else {
      throw PostgresError(sqlState: nil, message: "not a name that PostgreSQL can hold")
    }
    defer { PQfreemem(quoted) }
    return String(cString: quoted)
  }

  /// No further statement runs; the socket closes with the last reference.
  package nonisolated func close() {
    Task { @PostgresLoop in session.close() }
  }

  private func takeTurn() async {
    if isBusy {
      await withCheckedContinuation { turns.append($0) }
    }
    isBusy = true
  }

  /// Hands the turn over without letting a newcomer in between.
  private func endTurn() {
    if turns.isEmpty {
      isBusy = false
    } else {
      turns.removeFirst().resume()
    }
  }
}
