import PostgreSQL
import TestSupport
import Testing

/// Statements of several groups on one pool, while the rows of one of them are locked.
@Suite struct StatementGroupTests {
  let owner: PostgresConnection
  let table: String

  init() async throws {
    _ = try ScratchInstance.current()
    owner = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    table = "public.groups_\(UInt32.random(in: 0...UInt32.max))"
    try await owner.execute(
      script: """
        create table \(table) (id int primary key, touched int not null default 0);
        insert into \(table) select * from generate_series(1, 50);
        """)
  }

  private func pool(connections: Int = 4) -> ConnectionPool {
    ConnectionPool(
      ScratchInstance.Service.superuser.conninfo + " options='-c lock_timeout=250'", connections: connections)
  }

  private func touch(_ id: Int, batchable: Bool = true) -> Statement {
    Statement(
      "update \(table) set touched = touched + 1 where id = $1", [.int(id)], batchable: batchable, group: "\(id)")
  }

  /// Locks row 1, whose group is "1", while the body runs.
  private func lockingRowOne(_ body: () async throws -> Void) async throws {
    try await owner.execute(script: "begin")
    _ = try await owner.query(Statement("select from \(table) where id = 1 for update"))
    try await body()
    try await owner.execute(script: "rollback")
    try await owner.execute(script: "drop table \(table)")
  }

  private func touches(_ id: Int) async throws -> Int? {
    try await owner.query(Statement("select touched as n from \(table) where id = $1", [.int(id)])).first?.int("n")
  }

  @Test func aLockedGroupTakesNoOtherWithIt() async throws {
    let pool = pool()
    try await lockingRowOne {
      let outcomes = await withTaskGroup(of: (Int, SQLState?).self) { group in
        for id in (1...50).shuffled() {
          group.addTask {
            do throws(PostgresError) {
              _ = try await pool.query(touch(id))
              return (id, nil)
            } catch {
              return (id, error.sqlState)
            }
          }
        }
        return await group.reduce(into: [Int: SQLState]()) { $0[$1.0] = $1.1 }
      }
      #expect(outcomes == [1: .lockNotAvailable])
      let (free, locked) = (try await touches(50), try await touches(1))
      #expect(free == 1)
      #expect(locked == 0)
    }
    await pool.close()
  }

  @Test func aBlockedGroupHoldsOneConnectionAndFewPlaces() async throws {
    let pool = pool()
    try await lockingRowOne {
      await #expect(throws: PostgresError.self) { try await pool.query(touch(1)) }
      let attackers = (1...40).map { _ in
        Task { () async -> SQLState? in
          do throws(PostgresError) {
            _ = try await pool.query(touch(1))
            return nil
          } catch {
            return error.sqlState
          }
        }
      }
      // Statements of the other groups are as fast as ever, far below the time for which the locked ones wait.
      var times: [Duration] = []
      for id in 2...50 {
        let clock = ContinuousClock()
        times.append(try await clock.measure { _ = try await pool.query(touch(id)) })
      }
      times.sort()
      #expect(times[times.count / 2] < .milliseconds(100), "\(times)")
      var states: [SQLState?] = []
      for attacker in attackers { states.append(await attacker.value) }
      #expect(states.contains(.lockNotAvailable))
      #expect(states.count { $0 == .poolExhausted } >= 35, "while it fails, one may wait")
      #expect(!states.contains(nil))
      #expect(await pool.hasRoom(for: "1"), "when nothing waits, the next may try")
    }
    // Once the lock is gone, the first statement that succeeds lets later ones queue again instead of being refused.
    try await owner.execute(script: "create table \(table) as select 1 as id, 0 as touched")
    _ = try await pool.query(touch(1))
    let patient = (1...12).map { _ in Task { try? await pool.query(touch(1)) } }
    for caller in patient { #expect(await caller.value != nil) }
    try await owner.execute(script: "drop table \(table)")
    await pool.close()
  }

  @Test func statementsThatRunAloneLeaveHalfOfTheConnections() async throws {
    let pool = pool()
    // Opens all connections first, because opening them on demand would add to the times.
    let sleepers = (1...4).map { _ in Task { try await pool.query(Statement("select pg_sleep(0.2)")) } }
    for sleeper in sleepers { _ = try await sleeper.value }
    try await lockingRowOne {
      let attackers = (1...8).map { _ in Task { try? await pool.query(touch(1, batchable: false)) } }
      let clock = ContinuousClock()
      try await Task.sleep(for: .milliseconds(50))
      let took = try await clock.measure { _ = try await pool.query(touch(2, batchable: false)) }
      #expect(took < .milliseconds(200))
      for attacker in attackers { #expect(await attacker.value == nil) }
    }
    await pool.close()
  }
}
