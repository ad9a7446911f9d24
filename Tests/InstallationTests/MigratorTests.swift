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
      let migrator = Migrator(
        Operator(try await connect(as: .operator, database: database)), share: try ShareDirectory.locate())
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
      let number = try migrations(of: share).count + 1
      let name = String(repeating: "0", count: 4 - String(number).count) + "\(number)_broken.sql"
      let file = share.appending(path: "migrations").appending(path: name)
      try "create table clinic.half (a int); select 1 / 0;".write(to: file, atomically: true, encoding: .utf8)
      await #expect(throws: (any Error).self) { try await Migrator(Operator(connection), share: share).up() }

      try "create table clinic.half (a int);".write(to: file, atomically: true, encoding: .utf8)
      let resumed = try await Migrator(Operator(connection), share: share).up()
      #expect(resumed.first?.name == name)
      #expect(
        try await Migrator(Operator(connection), share: share).plan().first { $0.name == last }?.isApplied == true)
    }
  }

  @Test func makesAViewAnewThatAppendsAColumn() async throws {
    try await withEmptyDatabase { database in
      let connection = try await connect(as: .operator, database: database)
      let share = try copyOfShare()
      defer { try? FileManager.default.removeItem(at: share) }
      _ = try await Migrator(Operator(connection), share: share).up()
      try change(
        view: "plan_records", of: share, "p.revises, p.version", to: "p.revises, p.version, p.revises as former")
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
      await #expect(
        throws: Refusal.conflict(
          "views/plan_records.sql does more than append columns: a migration has to drop the view first")
      ) {
        try await Migrator(Operator(connection), share: share).up()
      }

      let number = try migrations(of: share).count + 1
      try "drop view clinic.plan_records cascade;\ndelete from clinic.routines;\n".write(
        to: share.appending(path: "migrations").appending(path: "000\(number)_plan_records.sql"), atomically: true,
        encoding: .utf8)
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

  /// - Parameter database: other than the instance's own.
  private func connect(as service: ScratchInstance.Service, database: String? = nil) async throws -> PostgresConnection
  {
    _ = try ScratchInstance.current()
    return try await PostgresConnection.open(service.conninfo + (database.map { " dbname=\($0)" } ?? ""))
  }

  private func migrations(of share: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: share.appending(path: "migrations").path).sorted()
  }

  private func copyOfShare() throws -> URL {
    let copy = FileManager.default.temporaryDirectory.appending(path: "plumbline-share-\(UUID())")
    try FileManager.default.copyItem(at: try ShareDirectory.locate(), to: copy)
    return copy
  }

  private func withEmptyDatabase(_ body: (String) async throws -> Void) async throws {
    let name = "migrated_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let superuser = try await connect(as: .superuser)
    _ = try await superuser.execute(script: "create database \(name)")
    let owner = try await connect(as: .superuser, database: name)
    try await owner.execute(script: setupScript())
    owner.close()
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(name)) } catch { outcome = .failure(error) }
    try await superuser.execute(script: "drop database \(name) with (force)")
    try outcome.get()
  }

  /// Returns `setup.sql` with the files that psql would include.
  private func setupScript() throws -> String {
    let share = try ShareDirectory.locate()
    let script = try String(contentsOf: share.appending(path: "setup.sql"), encoding: .utf8)
    return try script.split(separator: "\n").map { line in
      guard line.hasPrefix("\\ir ") else { return String(line) }
      return try String(contentsOf: share.appending(path: String(line.dropFirst(4))), encoding: .utf8)
    }.joined(separator: "\n")
  }
}
