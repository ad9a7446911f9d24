/// One session with PostgreSQL.
package final class Connection: PostgresClient {
  /// Connects as libpq does (`PGSERVICE`, `PGHOST` ..., multi-host); `conninfo` overrides, in libpq's own form.
  package static func open(_ conninfo: String = "") async throws(PostgresError) -> Connection {
    preconditionFailure("contract")
  }

  package func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    preconditionFailure("contract")
  }

  package func close() {}
}

/// A few connections shared by many callers, with a bounded queue.
package final class ConnectionPool: PostgresClient {
  package init(_ conninfo: String = "", connections: Int = 8, queueLimit: Int = 512) {}

  /// Waits at most two seconds for a connection, then throws with `sqlState == .poolExhausted`'s own error.
  package func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    preconditionFailure("contract")
  }

  package func close() async {}
}
