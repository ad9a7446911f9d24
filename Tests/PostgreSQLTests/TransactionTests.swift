import PostgreSQL
import TestSupport
import Testing

/// Which transactions are acknowledged, which are not, and what an error says.
@Suite struct TransactionTests {
  let connection: PostgresConnection

  init() async throws {
    _ = try ScratchInstance.current()
    connection = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    try await connection.execute(
      script: """
        create temporary table clients (
          id int constraint clients_pkey primary key,
          name text constraint clients_name_given check (name <> ''),
          friend int constraint clients_friend_fkey references clients (id) deferrable initially deferred
        );
        insert into clients values (1, 'Ana');
        """)
  }

  private func failure(of sql: String, _ values: [PostgresValue?] = []) async -> PostgresError? {
    await #expect(throws: PostgresError.self) { try await connection.query(Statement(sql, values)) }
  }

  private func clients() async throws -> Int? {
    try await connection.query(Statement("select count(*) as n from clients")).first?.int("n")
  }

  @Test func failsWhenTheCommitFails() async throws {
    let error = await failure(of: "insert into clients values (2, 'Bo', 99)")
    #expect(error?.sqlState == .foreignKeyViolation)
    #expect(error?.constraint == "clients_friend_fkey")
    #expect(error?.outcomeUnknown == false)
    #expect(try await clients() == 1)
  }

  @Test func namesTheConstraintAndNoValue() async throws {
    let error = try #require(await failure(of: "insert into clients values ($1, 'Secretname')", [.int(1)]))
    #expect(error.sqlState == .uniqueViolation)
    #expect(error.constraint == "clients_pkey")
    #expect(!"\(error) \(error.message)".contains("Secretname"))
    #expect(!"\(error) \(error.message)".contains("(1)"))
  }

  @Test func leavesTheValueOutOfADataException() async throws {
    let error = try #require(await failure(of: "select cast($1::text as int)", [.text("Secretname")]))
    #expect(error.sqlState?.rawValue == "22P02")
    #expect(!"\(error) \(error.message)".contains("Secretname"))
  }

  @Test func keepsTheWordsOfOurOwnFunctions() async throws {
    let error = await failure(of: "do $$ begin raise exception 'no such invite' using errcode = '22023'; end $$")
    #expect(error?.message == "no such invite")
  }

  @Test func runsAllStatementsOrNone() async throws {
    let first = Statement("insert into clients values (2, 'Bo')")
    let second = Statement("insert into clients values (3, '')")
    let error = await #expect(throws: PostgresError.self) { try await connection.query([first, second]) }
    #expect(error?.constraint == "clients_name_given")
    #expect(try await clients() == 1)
  }

  @Test func runsAScriptAsOneTransaction() async throws {
    let error = await #expect(throws: PostgresError.self) {
      try await connection.execute(
        script: "insert into clients values (2, 'Bo'); insert into clients values (1, 'Cy');")
    }
    #expect(error?.constraint == "clients_pkey")
    #expect(try await clients() == 1)
  }

  @Test func runsStatementsInATransactionOfScripts() async throws {
    try await connection.execute(script: "begin")
    _ = try await connection.query(Statement("insert into clients values ($1, $2)", [.int(2), .text("Bo")]))
    try await connection.execute(script: "rollback")
    #expect(try await clients() == 1)
  }

  @Test func staysUsableAfterAnError() async throws {
    for _ in 1...3 {
      _ = await failure(of: "select 1/0")
      #expect(try await clients() == 1)
    }
  }

  @Test func neverReusesAConnectionThatAnsweredOutOfStep() async throws {
    let error = await failure(of: "copy clients to stdout")
    #expect(error?.sqlState == nil)
    #expect(error?.outcomeUnknown == true)
    _ = await failure(of: "select 1")
  }

  @Test func reportsAStatementThatTookTooLong() async throws {
    let connection = try await PostgresConnection.open(
      ScratchInstance.Service.superuser.conninfo + " options='-c statement_timeout=50'")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.query(Statement("select pg_sleep(5)"))
    }
    #expect(error?.sqlState == .queryCanceled)
  }
}
