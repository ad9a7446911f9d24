import PostgreSQL
import TestSupport
import Testing

@Suite struct ConnectionTests {
  let connection: PostgresConnection

  init() async throws {
    _ = try ScratchInstance.current()
    connection = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
  }

  @Test func bindsValuesAndReturnsRows() async throws {
    let rows = try await connection.query(
      Statement(
        "select $1::text as name, $2::int as age, $3::bool as active, $4::bytea as photo, $5::text as nothing",
        [.text("O'Brien; drop table clients --"), .int(-7), .bool(true), .bytes([0, 255]), nil]))
    let row = try #require(rows.first)
    #expect(try row.text("name") == "O'Brien; drop table clients --")
    #expect(try row.int("age") == -7)
    #expect(try row.bool("active") == true)
    #expect(try row.bytes("photo") == [0, 255])
    #expect(try row.text("nothing") == nil)
  }

  @Test(arguments: [
    "", "Zoë", "e\u{301}", "\u{1F9D8}\u{200D}\u{2642}\u{FE0F}", "a\tb\r\nc", "\u{202E}abc", "\\x00", "\u{FFFF}",
  ])
  func returnsTextByteForByte(text: String) async throws {
    let row = try #require(try await connection.query(Statement("select $1::text as t", [.text(text)])).first)
    #expect(Array(try #require(try row.text("t")).utf8) == Array(text.utf8))
  }

  @Test func refusesNULBeforeAnythingIsSent() async throws {
    let error = await #expect(throws: PostgresError.self) {
      try await connection.query(Statement("select $1::text", [.text("a\0b")]))
    }
    #expect(error?.sqlState == .characterNotInRepertoire)
    #expect(error?.outcomeUnknown == false)
    #expect(try await connection.query(Statement("select 1 as n")).first?.int("n") == 1)
  }

  @Test func carriesALargeValueBothWays() async throws {
    let bytes = [UInt8](repeating: 0xa5, count: 3_000_000)
    let rows = try await connection.query(Statement("select $1::bytea as b", [.bytes(bytes)]))
    #expect(try rows.first?.bytes("b") == bytes)
  }

  /// 20 MB each way: if the client only wrote, the server would block on its own output and stop reading.
  @Test func readsWhileItWrites() async throws {
    let value = PostgresValue.text(String(repeating: "x", count: 10_000))
    let results = try await connection.query(
      Array(repeating: Statement("select $1::text as t", [value]), count: 2000))
    #expect(results.count == 2000)
    #expect(try results.allSatisfy { try $0.first?.text("t") == value.text })
  }

  @Test func preparesAStatementOnce() async throws {
    let statement = Statement("select $1::int as n", [.int(1)])
    _ = try await connection.query(statement)
    _ = try await connection.query([statement, statement])
    let prepared = try await connection.query(
      Statement("select count(*) as n from pg_prepared_statements where statement = $1", [.text(statement.sql)]))
    #expect(try prepared.first?.int("n") == 1)
  }

  /// A statement that always fails must not leave one more prepared statement behind each time.
  @Test func preparesAFailingStatementOnce() async throws {
    let statement = Statement("select 1 / $1::int as n", [.int(0)])
    for _ in 1...3 {
      await #expect(throws: PostgresError.self) { try await connection.query(statement) }
    }
    let prepared = try await connection.query(
      Statement("select count(*) as n from pg_prepared_statements where statement = $1", [.text(statement.sql)]))
    #expect(try prepared.first?.int("n") == 1)
  }

  @Test func preparesNothingBehindAnOldPgBouncer() async throws {
    var settings = SessionSettings()
    settings.statements = .unnamed
    let connection = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo, settings: settings)
    _ = try await connection.query(Statement("select $1::int as n", [.int(1)]))
    let prepared = try await connection.query(Statement("select count(*) as n from pg_prepared_statements"))
    #expect(try prepared.first?.int("n") == 0)
  }

  @Test func letsManyCallersTakeTurns() async throws {
    let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          try await connection.query(Statement("select $1::int as n", [.int(number)])).first?.int("n") == number
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 200)
    #expect(answers.allSatisfy { $0 })
  }

  @Test func cannotBeUsedOnceClosed() async throws {
    connection.close()
    await #expect(throws: PostgresError.self) { try await connection.query(Statement("select 1")) }
  }

  @Test func saysWhyItCannotConnect() async throws {
    let error = await #expect(throws: PostgresError.self) {
      try await PostgresConnection.open("host=/nowhere dbname=plumbline")
    }
    #expect(error?.message.contains("/nowhere") == true)
    #expect(error?.isUnavailable == true)
    #expect(error?.outcomeUnknown == false)
  }

  @Test func encryptsPasswordsAsTheServerWould() async throws {
    let verifier = try await connection.encryptPassword("correct horse", role: "t_anyone")
    #expect(verifier.hasPrefix("SCRAM-SHA-256$4096:"))
    #expect(!verifier.contains("horse"))
  }
}
