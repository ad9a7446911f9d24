import PostgreSQL
import TestSupport
import Testing

/// Statements of several callers in one transaction. Each test has a table of its own.
@Suite struct GroupCommitTests {
  let owner: PostgresConnection
  let table: String

  init() async throws {
    _ = try ScratchInstance.current()
    owner = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    table = "public.group_commit_\(UInt32.random(in: 0...UInt32.max))"
    try await owner.execute(
      script: """
        create table \(table) (
          id int primary key,
          parent int references \(table) (id) deferrable initially deferred,
          transaction_id xid8 not null default pg_current_xact_id()
        );
        """)
  }

  private func insert(_ id: Int, parent: Int? = nil) -> Statement {
    Statement(
      "insert into \(table) (id, parent) values ($1, $2) on conflict do nothing returning id",
      [.int(id), parent.map { .int($0) }], batchable: true)
  }

  /// Runs all statements at once on one pool, and returns whether each was acknowledged.
  private func run(_ statements: [Statement]) async throws -> [Bool] {
    let pool = ConnectionPool(
      ScratchInstance.Service.superuser.conninfo, connections: 4, acquireTimeout: .seconds(30))
    let acknowledged = await withTaskGroup(of: (Int, Bool).self) { group in
      for (index, statement) in statements.enumerated() {
        group.addTask { (index, (try? await pool.query(statement)) != nil) }
      }
      return await group.reduce(into: Array(repeating: false, count: statements.count)) { $0[$1.0] = $1.1 }
    }
    await pool.close()
    return acknowledged
  }

  private func count(_ expression: String) async throws -> Int? {
    try await owner.query(Statement("select \(expression) as n from \(table)")).first?.int("n")
  }

  private func dropTable() async throws {
    try await owner.execute(script: "drop table \(table)")
  }

  @Test func sharesTransactionsAmongWaitingCallers() async throws {
    let acknowledged = try await run((1...200).map { insert($0) })
    #expect(acknowledged.allSatisfy { $0 })
    #expect(try await count("count(*)") == 200)
    #expect(try #require(try await count("count(distinct transaction_id)")) < 50)
    try await dropTable()
  }

  @Test func lonelyFailuresTakeNoNeighbourWithThem() async throws {
    let statements = (1...100).map { id in
      id.isMultiple(of: 10)
        ? Statement("select 1 / ($1::int - \(id)) from \(table)", [.int(id)], batchable: true) : insert(id)
    }
    // The division by zero fails only if there is a row.
    try await owner.execute(script: "insert into \(table) (id) values (0)")
    let acknowledged = try await run(statements)
    #expect(acknowledged.enumerated().allSatisfy { $0.element != ($0.offset + 1).isMultiple(of: 10) })
    #expect(try await count("count(*)") == 91)
    try await dropTable()
  }

  /// A deferred constraint fails when the shared transaction commits, after each statement was reported complete.
  @Test func aFailingCommitIsNobodysButItsOwn() async throws {
    let acknowledged = try await run((1...60).map { insert($0, parent: $0 == 30 ? 999 : nil) })
    #expect(acknowledged.enumerated().allSatisfy { $0.element == ($0.offset != 29) })
    #expect(try await count("count(*)") == 59)
    try await dropTable()
  }

  @Test func givesEachCallerItsOwnRows() async throws {
    let pool = ConnectionPool(
      ScratchInstance.Service.superuser.conninfo, connections: 4, acquireTimeout: .seconds(30))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in 1...100 {
        group.addTask {
          let rows = try await pool.query(insert(id))
          #expect(try rows.first?.int("id") == id)
        }
      }
      try await group.waitForAll()
    }
    await pool.close()
    try await dropTable()
  }
}
