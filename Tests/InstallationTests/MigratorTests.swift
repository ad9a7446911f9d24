import Foundation
import Installation
import PostgreSQL
import Records
import TestSupport
import Testing

/// Each test has a database of its own in the instance's cluster.
@Suite struct MigratorTests {
  @Test func bringsAnEmptyDatabaseUpAndThenHasNothingToDo() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let migrator = Migrator(Operator(connection), share: try ShareDirectory.locate())
      let applied = try await migrator.up()
      #expect(applied.count == (try await migrator.plan().count))
      #expect(try await migrator.up().isEmpty)
    }
  }

  @Test func letsTwoMigratorsTakeTurns() async throws {
    try await withEmptyDatabase { database in
      let share = try ShareDirectory.locate()
      let applied = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<2 {
          let connection = try await connect(as: .operator, database: database)
          group.addTask { try await Migrator(Operator(connection), share: share).up().count }
        }
        return try await group.reduce(0, +)
      }
      let connection = try await connect(as: .operator, database: database)
      let steps = try await Migrator(Operator(connection), share: share).plan()
      #expect(applied == steps.count)
      #expect(steps.allSatisfy { $0.isApplied })
    }
  }

  @Test func resumesWhereverItWasKilled() async throws {
    try await withEmptyDatabase { database in
      let share = try ShareDirectory.locate()
      let superuser = try await connect(as: .superuser)
      let kill = """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = '\(database)' and usename = 'plumbline_operator'
        """
      for milliseconds in stride(from: 1, through: 120, by: 7) {
        let connection = try await connect(as: .operator, database: database)
        async let outcome: [MigrationStep]? = try? Migrator(Operator(connection), share: share).up()
        try await Task.sleep(for: .milliseconds(milliseconds))
        try await superuser.execute(script: kill)
        _ = await outcome
      }
      let connection = try await connect(as: .operator, database: database)
      _ = try await Migrator(Operator(connection), share: share).up()
      #expect(try await Migrator(Operator(connection), share: share).pending().isEmpty)
      #expect(try await Operator(connection).practices().isEmpty)
    }
  }

  @Test func refusesADatabaseThatIsNewer() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      _ = try await Migrator(Operator(connection), share: share).up()
      let newest = try #require(try migrations(of: share).last)
      try FileManager.default.removeItem(at: share.appending(path: "migrations").appending(path: newest))
      await #expect(throws: Refusal.conflict("the database is newer than this program (\(newest)): update it")) {
        try await Migrator(Operator(connection), share: share).pending()
      }
    }
  }

  @Test func refusesAMigrationThatWasChanged() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      _ = try await Migrator(Operator(connection), share: share).up()
      let first = try #require(try migrations(of: share).first)
      let file = share.appending(path: "migrations").appending(path: first)
      try (String(contentsOf: file, encoding: .utf8) + "-- changed\n").write(
        to: file, atomically: true, encoding: .utf8)
      try register(share, in: database)
      await #expect(throws: Refusal.conflict("\(first) was changed since the database was made with it")) {
        try await Migrator(Operator(connection), share: share).up()
      }
    }
  }

  @Test func appliesAMigrationWhollyOrNotAtAll() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      let last = try #require(try migrations(of: share).last)
      let file = try nextMigration(of: share, "broken")
      try "create table clinic.half (a int); select 1 / 0;".write(to: file, atomically: true, encoding: .utf8)
      try register(share, in: database)
      await #expect(throws: (any Error).self) { try await Migrator(Operator(connection), share: share).up() }

      try "create table clinic.half (a int);".write(to: file, atomically: true, encoding: .utf8)
      try register(share, in: database)
      let resumed = try await Migrator(Operator(connection), share: share).up()
      #expect(resumed.first?.name == file.lastPathComponent)
      #expect(
        try await Migrator(Operator(connection), share: share).plan().first { $0.name == last }?.isApplied == true)
    }
  }

  @Test func runsNoTextThatTheSuperuserDidNotRegister() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      try change(
        view: "plan_records", of: share, ") as paused_items", to: ") as paused_items, p.revises as former")
      let refusal = Refusal.notAllowed("views/plan_records.sql is not the text that the superuser registered")
      await #expect(throws: refusal) { try await Migrator(Operator(connection), share: share).up() }
      try register(share, in: database)
      _ = try await Migrator(Operator(connection), share: share).up()

      // The SQL of an earlier release is refused once a later one is registered.
      let migrator = try Migrator(Operator(connection), share: ShareDirectory.locate())
      await #expect(throws: refusal) { try await migrator.up() }
    }
  }

  @Test(arguments: ["SQL_ASCII", "LATIN1"])
  func refusesADatabaseInAnotherEncoding(_ encoding: String) async throws {
    let name = "encoded_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let superuser = try await connect(as: .superuser)
    try await superuser.execute(script: "create database \(name) encoding '\(encoding)' locale 'C' template template0")
    #expect(try setUp(name, from: ShareDirectory.locate()) == 3)
    let encoded = try await connect(as: .superuser, database: name)
    #expect(try await encoded.query(Statement("select from pg_namespace where nspname = 'clinic'", [])).isEmpty)
    encoded.close()
    try await superuser.execute(script: "drop database \(name) with (force)")
  }

  @Test func makesAViewAnewThatAppendsAColumn() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      _ = try await Migrator(Operator(connection), share: share).up()
      try change(
        view: "plan_records", of: share, ") as paused_items", to: ") as paused_items, p.revises as former")
      try register(share, in: database)
      #expect(try await Migrator(Operator(connection), share: share).up().map(\.name) == ["views/plan_records.sql"])
    }
  }

  @Test func asksForAMigrationWhereAViewLosesAColumn() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      let complete = try await Migrator(Operator(connection), share: share).up()
      try change(view: "plan_records", of: share, "p.revises, p.version", to: "p.version")
      try register(share, in: database)
      await #expect(
        throws: Refusal.conflict(
          "views/plan_records.sql does more than append columns: a migration has to drop the view first")
      ) {
        try await Migrator(Operator(connection), share: share).up()
      }

      try "drop view clinic.plan_records cascade;\ndelete from clinic.routines;\n"
        .write(to: nextMigration(of: share, "plan_records"), atomically: true, encoding: .utf8)
      try register(share, in: database)
      let applied = try await Migrator(Operator(connection), share: share).up()
      #expect(applied.count == 1 + complete.count { $0.kind == .view || $0.kind == .function })
      #expect(try await Migrator(Operator(connection), share: share).pending().isEmpty)
    }
  }

  @Test func loadsNoContentWithAFault() async throws {
    try await withEmptyDatabase { database in
      let migrator = Operator(try await connect(as: .operator, database: database))
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      let file = share.appending(path: "content/redflags.json")
      let flags = try String(contentsOf: file, encoding: .utf8)
      try flags.replacing("\"urgency\": \"refer\"", with: "\"urgency\": \"soon\"").write(
        to: file, atomically: true, encoding: .utf8)
      await #expect(throws: Refusal.self) { try await Migrator(migrator, share: share).up() }
      #expect(try await migrator.contentVersions().isEmpty)
    }
  }

  private func change(view: String, of share: URL, _ text: String, to other: String) throws {
    let file = share.appending(path: "views").appending(path: "\(view).sql")
    let current = try String(contentsOf: file, encoding: .utf8)
    try #require(current.contains(text))
    try current.replacing(text, with: other).write(to: file, atomically: true, encoding: .utf8)
  }

  /// - Parameter database: the database to connect to, if it is not the instance's own.
  private func connect(as service: ScratchInstance.Service, database: String? = nil) async throws -> PostgresConnection
  {
    _ = try ScratchInstance.current()
    return try await PostgresConnection.open(service.conninfo + (database.map { " dbname=\($0)" } ?? ""))
  }

  private func migrations(of share: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: share.appending(path: "migrations").path).sorted()
  }

  /// Returns the file of one more migration.
  private func nextMigration(of share: URL, _ name: String) throws -> URL {
    let number = String(try migrations(of: share).count + 1)
    let padding = String(repeating: "0", count: 4 - number.count)
    return share.appending(path: "migrations").appending(path: "\(padding)\(number)_\(name).sql")
  }

  private func copyOfShare() throws -> URL {
    let copy = FileManager.default.temporaryDirectory.appending(path: "plumbline-share-\(UUID())")
    try FileManager.default.copyItem(at: try ShareDirectory.locate(), to: copy)
    return copy
  }

  /// Lets the operator run the SQL of a folder.
  private func register(_ share: URL, in database: String) throws {
    try #require(try setUp(database, from: share) == 0)
  }

  /// Runs `setup.sql` of a folder as the superuser, and returns the exit status of psql.
  private func setUp(_ database: String, from share: URL) throws -> Int32 {
    let psql = Process()
    psql.executableURL = URL(filePath: "/usr/bin/env")
    psql.arguments = [
      "psql", "service=superuser dbname=\(database)", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
      "--set=folder=\(share.path)", "--file=\(share.appending(path: "setup.sql").path)",
    ]
    try psql.run()
    psql.waitUntilExit()
    return psql.terminationStatus
  }

  private func withEmptyDatabase(_ body: (String) async throws -> Void) async throws {
    let name = "migrated_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let superuser = try await connect(as: .superuser)
    _ = try await superuser.execute(script: "create database \(name) encoding UTF8 template template0")
    try register(ShareDirectory.locate(), in: name)
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(name)) } catch { outcome = .failure(error) }
    try await superuser.execute(script: "drop database \(name) with (force)")
    try outcome.get()
  }
}
