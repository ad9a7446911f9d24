import PostgreSQL
import Testing

/// Returns once a session of the server is running this statement.
func waitUntilRunning(_ statement: String, on conninfo: String) async throws {
  let watcher = try await PostgresConnection.open(conninfo)
  let running = Statement(
    "select count(*)::int as n from pg_stat_activity where state = 'active' and query = $1", [.text(statement)])
  let deadline = ContinuousClock.now + .seconds(20)
  while try await watcher.query(running).first?.int("n") == 0 {
    try #require(ContinuousClock.now < deadline, "no session runs \(statement)")
  }
}
