import PostgreSQL
import TestSupport
import Testing

/// Loss of the server. Each test has a server of its own to stop.
@Suite(.serialized) struct LossTests {
  private func withCluster(_ body: (PrivateCluster) async throws -> Void) async throws {
    let cluster = try await PrivateCluster.start()
    do {
      try await body(cluster)
    } catch {
      try await cluster.remove()
      throw error
    }
    try await cluster.remove()
  }

  @Test func doesNotKnowTheOutcomeWhenTheServerDies() async throws {
    try await withCluster { cluster in
      let connection = try await PostgresConnection.open(cluster.conninfo)
      let answer = Task { try await connection.query(Statement("select pg_sleep(30)")) }
      try await waitUntilRunning("select pg_sleep(30)", on: cluster.conninfo)
      try await cluster.kill()
      let error = await #expect(throws: PostgresError.self) { try await answer.value }
      #expect(error?.outcomeUnknown == true)
      #expect(error?.isUnavailable == true)
    }
  }

  @Test func reconnectsAfterARestart() async throws {
    try await withCluster { cluster in
      let pool = ConnectionPool(cluster.conninfo, connections: 4, acquireTimeout: .seconds(30))
      let before = try await serverStart(pool)
      try await cluster.stop()
      try await cluster.start()
      let after = try await serverStart(pool)
      #expect(before != nil && after != nil && before != after)
      await pool.close()
    }
  }

  @Test func waitsForAServerThatComesBack() async throws {
    try await withCluster { cluster in
      let pool = ConnectionPool(cluster.conninfo, connections: 4, acquireTimeout: .seconds(30))
      try await cluster.stop()
      async let answer = serverStart(pool)
      let impatient = ConnectionPool(cluster.conninfo, connections: 1, acquireTimeout: .milliseconds(200))
      await #expect(throws: PostgresError.self) { try await serverStart(impatient) }
      try await cluster.start()
      #expect(try await answer != nil)
      await pool.close()
      await impatient.close()
    }
  }

  @Test func givesUpOnAServerThatStaysAway() async throws {
    try await withCluster { cluster in
      let pool = ConnectionPool(cluster.conninfo, connections: 4)
      _ = try await serverStart(pool)
      try await cluster.kill()
      let clock = ContinuousClock()
      let started = clock.now
      let error = await #expect(throws: PostgresError.self) { try await serverStart(pool) }
      #expect(error?.isUnavailable == true)
      #expect(error?.outcomeUnknown == false)
      #expect(clock.now - started < .seconds(5))
      try await cluster.start()
      #expect(try await serverStart(pool) != nil)
      await pool.close()
    }
  }

  /// After a loss, statements that are safe to repeat run again; nothing acknowledged is lost and nothing is stored
  /// twice.
  @Test func runsBatchableStatementsAgainAfterALoss() async throws {
    try await withCluster { cluster in
      let setup = try await PostgresConnection.open(cluster.conninfo)
      try await setup.execute(script: "create table notes (id int primary key)")
      let pool = ConnectionPool(cluster.conninfo, connections: 4, queueLimit: 600, acquireTimeout: .seconds(30))
      let notes = Task {
        await withTaskGroup(of: Int?.self) { group in
          for id in 0..<600 {
            group.addTask {
              try? await Task.sleep(for: .milliseconds(id))
              let insert = Statement(
                "insert into notes values ($1) on conflict do nothing", [.int(id)], batchable: true)
              return (try? await pool.query(insert)) == nil ? nil : id
            }
          }
          return await group.reduce(into: Set()) { if let id = $1 { $0.insert(id) } }
        }
      }
      try await Task.sleep(for: .milliseconds(250))
      try await cluster.kill()
      try await cluster.start()
      let acknowledged = await notes.value
      let stored = try await pool.query(Statement("select id from notes")).compactMap { try $0.int("id") }
      // Who loses three of the four connections, which do not end in the same moment, is told so (`attemptLimit`).
      #expect(acknowledged.count >= 598)
      #expect(acknowledged.isSubset(of: stored))
      await pool.close()
    }
  }

  private func serverStart(_ pool: ConnectionPool) async throws -> String? {
    try await pool.query(Statement("select pg_postmaster_start_time()::text as at")).first?.text("at")
  }
}
