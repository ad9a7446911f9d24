import Foundation
import TestSupport
import Testing

/// `plumbline setup` on a separate server that has nothing of Plumbline yet.
@Suite struct SetupTests {
  private static let words = [
    "--practice", "Lotus Massage", "--practitioner", "Marta O'Sousa", "--account", NSUserName(),
  ]

  /// Root has to say it, because it sets up more than the database.
  private static let address = ["--public-url", "https://intake.example.org"]

  @Test func makesEverythingOnceAndFindsItThereTheSecondTime() async throws {
    try await withEmptyCluster { environment in
      let first = try await setup(Self.words, environment)
      #expect(first.status == 0, "\(first.errorText)")
      #expect(first.errorText.contains("$ createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 plumbline\n"))
      #expect(first.errorText.contains("plumbline setup --practice 'Lotus Massage'"))
      let role = try #require(first.errorText.firstMatch(of: /--user (t_[a-z0-9]+)|--role (t_[a-z0-9]+)/))
      let login = String(try #require(role.1 ?? role.2))

      let second = try await setup(Self.words + ["--json"], environment)
      #expect(second.status == 0, "\(second.errorText)")
      #expect(!second.errorText.contains("$ "), "nothing is run again")
      let steps = try #require(try object(second)["steps"] as? [[String: Any]])
      #expect(steps.count == 7)
      #expect(steps.allSatisfy { $0["state"] as? String == "already there" })

      let whoami = try await plumbline(
        ["whoami", "--json"], environment.merging(["PGUSER": login, "PGDATABASE": "plumbline"]) { $1 })
      #expect(whoami.status == 0, "\(whoami.errorText)")
      #expect(whoami.text.contains("Marta O'Sousa"))
    }
  }

  @Test func correctsAPhoneNumberAndATimeZoneThatDiffer() async throws {
    try await withEmptyCluster { environment in
      let first = try await setup(Self.words + ["--phone", "+1 555 0100", "--time-zone", "Europe/Paris"], environment)
      #expect(first.status == 0, "\(first.errorText)")
      let corrected = try await setup(
        Self.words + ["--phone", "+1 555 0199", "--time-zone", "America/Toronto"], environment)
      #expect(corrected.status == 0, "\(corrected.errorText)")
      #expect(corrected.errorText.contains("practice correct 'Lotus Massage'"), "\(corrected.errorText)")
      let taken = "select phone, time_zone from clinic.practices"
      #expect(try await psql(taken, environment, database: "plumbline").text == "+1 555 0199|America/Toronto\n")

      let unsaid = try await setup(Self.words, environment)
      #expect(unsaid.errorText.contains("Practice Lotus Massage: already there"), "\(unsaid.errorText)")
      #expect(try await psql(taken, environment, database: "plumbline").text == "+1 555 0199|America/Toronto\n")

      // The last day of a locum ends at midnight in Toronto, wherever the operator's computer stands.
      let operators = ["PGUSER": "plumbline_operator", "PGDATABASE": "plumbline", "TZ": "Asia/Tokyo"]
      let added = try await plumbline(
        ["practitioner", "add", "Noor", "--practice", "Lotus Massage", "--until", "2099-01-31", "--quiet"],
        environment.merging(operators) { $1 })
      #expect(added.status == 0, "\(added.errorText)")
      let until = "select valid_until at time zone 'UTC' from clinic.practitioners where display_name = 'Noor'"
      #expect(try await psql(until, environment, database: "plumbline").text == "2099-02-01 04:59:59\n")
    }
  }

  @Test func goesOnAfterAFailureInTheMiddle() async throws {
    try await withEmptyCluster { environment in
      let share = FileManager.default.temporaryDirectory.appending(path: "plumbline-share-\(UUID())")
      let ours = URL(filePath: #filePath).appending(path: "../../../sql").standardized
      try FileManager.default.copyItem(at: ours, to: share)
      defer { try? FileManager.default.removeItem(at: share) }
      let broken = share.appending(path: "functions/operator/practice_add.sql")
      try "create function nowhere.at_all() returns int language sql as 'select 1';"
        .write(to: broken, atomically: true, encoding: .utf8)

      let failed = try await setup(Self.words, environment.merging(["PLUMBLINE_SHARE": share.path]) { $1 })
      #expect(failed.status == 1)
      #expect(failed.errorText.contains("Schema and content could not be made"))
      #expect(failed.errorText.contains("plumbline setup --practice 'Lotus Massage'"))

      let resumed = try await setup(Self.words, environment)
      #expect(resumed.status == 0, "\(resumed.errorText)")
      #expect(resumed.errorText.contains("Database plumbline: already there"))
    }
  }

  @Test func letsNobodyElseIntoItsDatabase() async throws {
    try await withEmptyCluster { environment in
      let ident = try file("pg_ident.conf", environment)
      try append("plumbline \(NSUserName()) stranger", to: ident)  // and no line break
      #expect(try await psql("create role stranger login superuser", environment).status == 0)
      let run = try await setup(Self.words, environment)
      #expect(run.status == 0, "\(run.errorText)")
      #expect(try String(contentsOf: ident, encoding: .utf8).hasSuffix("\nplumbline \(NSUserName()) stranger"))

      let stranger = environment.merging(["PGUSER": "stranger"]) { $1 }
      #expect(try await psql("select", stranger, database: "postgres").status == 0)
      let refused = try await psql("select", stranger, database: "plumbline")
      #expect(refused.errorText.contains("pg_hba.conf rejects connection"), "\(refused.errorText)")
      #expect(try await psql("select", environment, database: "plumbline").status == 0, "the superuser stays")
    }
  }

  @Test func putsItsRulesAboveAnotherThatHidesThem() async throws {
    try await withEmptyCluster { environment in
      let hba = try file("pg_hba.conf", environment)
      #expect(try await setup(Self.words, environment).status == 0)
      let exception = "hostssl plumbline +plumbline_desk all scram-sha-256\n"
      try (exception + String(contentsOf: hba, encoding: .utf8)).write(to: hba, atomically: false, encoding: .utf8)
      try await reload(environment)
      let left = try await setup(Self.words, environment)
      #expect(left.errorText.contains("The ways into the database: already there"), "\(left.errorText)")

      let own = "local all postgres peer map=plumbline\nlocal all all reject\n"
      try (own + String(contentsOf: hba, encoding: .utf8)).write(to: hba, atomically: false, encoding: .utf8)
      try await reload(environment)
      let mended = try await setup(Self.words, environment)
      #expect(mended.status == 0, "\(mended.errorText)")
      #expect(mended.errorText.contains("Practice Lotus Massage: already there"))
      #expect(try String(contentsOf: hba, encoding: .utf8).hasPrefix("local plumbline plumbline_operator,"))
    }
  }

  @Test func namesTheLineThatKeepsTheServerFromReadingItsAccessFiles() async throws {
    try await withEmptyCluster { environment in
      try append("\nlocal all\n", to: file("pg_hba.conf", environment))
      let run = try await setup(Self.words, environment)
      #expect(run.status == 1)
      #expect(run.errorText.contains("The ways into the database could not be made"), "\(run.errorText)")
      #expect(run.errorText.contains(/Line \d+ of .*pg_hba\.conf:/))
    }
  }

  @Test(arguments: [
    ["--database", "all"], ["--database", "-x"], ["--database", "template1"], ["--account", "samerole"],
    ["--account", "9a"],
  ])
  func refusesANameThatMeansSomethingElse(words: [String]) async throws {
    let run = try await plumbline(
      ["setup", "--practice", "a", "--practitioner", "b"] + Self.address + ["\(words[0])=\(words[1])"], [:])
    #expect(run.status == 64)
    #expect(run.errorText.contains(words[1]), "\(run.errorText)")
  }

  @Test func aDryRunOnlyPrints() async throws {
    try await withEmptyCluster { environment in
      let answers = FileManager.default.temporaryDirectory.appending(path: "plumbline-answers-\(UUID())")
      try "# first day\nPRACTICE=Lotus Massage\nPRACTITIONER=Marta\nDATABASE=lotus\n"
        .write(to: answers, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: answers) }
      for _ in 0..<2 {
        let run = try await setup(["--answers", answers.path, "-n"], environment)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.errorText.contains("$ createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 lotus\n"))
        #expect(run.errorText.contains("Database lotus: would be made"), "the first dry run made nothing")
        #expect(run.errorText.contains("Marta has no login yet"))
      }
    }
  }

  @Test(arguments: ["PRACTISE=x\n", "PRACTICE\n"])
  func refusesAnswersItDoesNotKnow(text: String) async throws {
    let run = try await plumbline(["setup", "--answers", "-"], [:], input: text)
    #expect(run.status == 64)
    #expect(run.errorText.contains("PRACTITIONER"))
  }

  @Test func namesAllThatIsMissing() async throws {
    let run = try await plumbline(["setup"], [:])
    #expect(run.status == 64)
    #expect(run.errorText.contains("--practice") && run.errorText.contains("--practitioner"))
  }

  @Test func saysHowToBecomeTheSuperuser() async throws {
    let run = try await setup(Self.words + Self.address, ["PGHOST": "/nonexistent"])
    #expect(run.status == 69)
    #expect(run.errorText.contains("sudo plumbline setup"))
  }
}

extension SetupTests {
  private func withEmptyCluster(_ body: ([String: String]) async throws -> Void) async throws {
    let cluster = try await PrivateCluster.start()
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await body(["PGHOST": "\(cluster.folder.path)/run", "PGUSER": "postgres"]))
    } catch {
      outcome = .failure(error)
    }
    try await cluster.remove()
    try outcome.get()
  }

  private func file(_ name: String, _ environment: [String: String]) throws -> URL {
    URL(filePath: try #require(environment["PGHOST"])).appending(path: "../pg/\(name)").standardized
  }

  private func append(_ text: String, to file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func reload(_ environment: [String: String]) async throws {
    #expect(try await psql("select pg_reload_conf()", environment).status == 0)
  }

  private func psql(
    _ statement: String, _ environment: [String: String], database: String = "postgres"
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["psql", "-XqAtd", database, "-c", statement], environment: environment)
  }

  private func setup(_ arguments: [String], _ environment: [String: String]) async throws -> ProgramRun {
    try await plumbline(["setup"] + arguments, environment)
  }

  private func plumbline(
    _ arguments: [String], _ environment: [String: String], input: String = ""
  ) async throws -> ProgramRun {
    let program = try ScratchInstance.current().programs.appending(path: "plumbline")
    return try await ProgramRun.of(program, arguments, input: input, environment: environment)
  }

  private func object(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }
}
