import PostgreSQL
import TestSupport
import Testing

@Suite struct ConnectionPoolTests {
  private func pool(
    connections: Int, queueLimit: Int = 512, acquireTimeout: Duration = .seconds(30)
  ) throws -> ConnectionPool {
    _ = try ScratchInstance.current()
    return ConnectionPool(
      ScratchInstance.Service.superuser.conninfo, connections: connections, queueLimit: queueLimit,
      acquireTimeout: acquireTimeout)
  }

  @Test func sharesAFewConnectionsAmongManyCallers() async throws {
    let pool = try pool(connections: 3)
    let backends = try await withThrowingTaskGroup(of: Int?.self) { group in
      for _ in 0..<100 {
        group.addTask { try await pool.query(Statement("select pg_backend_pid() as pid")).first?.int("pid") }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect((1...3).contains(backends.count))
    await pool.close()
  }

  @Test func givesEachCallerItsOwnAnswer() async throws {
    let pool = try pool(connections: 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<400 {
        group.addTask {
          if number.isMultiple(of: 7) {
            await #expect(throws: PostgresError.self) { try await pool.query(Statement("select 1/0")) }
          } else {
            let rows = try await pool.query(Statement("select $1::int as n", [.int(number)]))
            #expect(try rows.first?.int("n") == number)
          }
        }
      }
      try await group.waitForAll()
    }
    await pool.close()
  }

  @Test func refusesAfterTheAcquireTimeout() async throws {
    let pool = try pool(connections: 1, acquireTimeout: .milliseconds(500))
    while (try? await pool.query(Statement("select 1"))) == nil {}
    let slow = Task { try await pool.query(Statement("select pg_sleep(4)")) }
    try await waitUntilRunning("select pg_sleep(4)", on: ScratchInstance.Service.superuser.conninfo)
    let clock = ContinuousClock()
    let started = clock.now
    let error = await #expect(throws: PostgresError.self) { try await pool.query(Statement("select 1")) }
    #expect(error?.sqlState == .poolExhausted)
    #expect(error?.isUnavailable == true)
    #expect((.milliseconds(490)...(.seconds(3))).contains(clock.now - started))
    _ = try await slow.value
    await pool.close()
  }

  @Test func refusesAtOnceWhenTheQueueIsFull() async throws {
    let pool = try pool(connections: 1, queueLimit: 2)
    let finished = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do throws(PostgresError) {
            _ = try await pool.query(Statement("select pg_sleep(1)"))
            return true
          } catch {
            #expect(error.sqlState == .poolExhausted)
            return false
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // Refused callers finish first, because they do not wait for those that are served.
    #expect(finished.count(where: { $0 }) <= 3)
    #expect(finished == finished.sorted { !$0 && $1 })
    await pool.close()
  }

  @Test func refusesOnceClosed() async throws {
    let pool = try pool(connections: 1)
    _ = try await pool.query(Statement("select 1"))
    await pool.close()
    await #expect(throws: PostgresError.self) { try await pool.query(Statement("select 1")) }
  }

  /// Whoever runs `begin` on a pool must not leave the next caller inside their transaction.
  @Test func dropsAConnectionLeftInATransaction() async throws {
    let pool = try pool(connections: 1)
    let backend = Statement("select pg_backend_pid() as pid")
    let before = try await pool.query(backend).first?.int("pid")
    _ = try await pool.query(Statement("begin"))
    let after = try await pool.query(backend).first?.int("pid")
    #expect(before != nil && after != nil && before != after)
    await pool.close()
  }
}
