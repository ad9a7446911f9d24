import Care
import Foundation
import Installation
import Records

/// One step of `setup`, which is left out when it was done before.
struct SetupStep: Sendable {
  let name: String
  let isDone: @Sendable () async throws -> Bool
  let commands: @Sendable () async throws -> [ShellCommand]
  /// Returns why the step is not done although its commands succeeded.
  var obstacles: @Sendable () async throws -> [String] = { ["Its commands succeeded, but it is not there."] }
}

/// An installation on one machine, from the database to the first login, in the order in which it is made.
struct SetupPlan: Sendable {
  let answers: SetupAnswers
  private let cluster: Cluster
  private let account: ServerAccount
  private let newRole = Practitioner.opaqueLogin()

  init(_ answers: SetupAnswers, cluster: Cluster, account: ServerAccount) {
    self.answers = answers
    self.cluster = cluster
    self.account = account
  }

  var steps: [SetupStep] {
    [database, foundations, operatorAccess, schema, practice, practitioner]
      + (answers.account.map { [access(of: $0)] } ?? []) + (account.isTakenByRoot ? machine : [])
  }

  private var database: SetupStep {
    SetupStep(name: "Database \(answers.database)") {
      try await cluster.hasDatabase(answers.database)
    } commands: {
      // C.UTF-8 sorts alike in every release of the C library, so that no upgrade leaves an index out of order.
      [
        account.command(
          ["createdb", "--encoding=UTF8", "--locale=C.UTF-8", "--template=template0", answers.database])
      ]
    }
  }

  private var foundations: SetupStep {
    SetupStep(name: "Roles and their limits") {
      try await Cluster.connect(database: answers.database, as: account.id).hasFoundations(of: ShareDirectory.locate())
    } commands: {
      let folder = try ShareDirectory.locate().path
      return [psql(["--dbname=\(answers.database)", "--set=folder=\(folder)", "--file=\(folder)/setup.sql"])]
    }
  }

  private var operatorAccess: SetupStep {
    SetupStep(name: "The ways into the database") {
      let access = try await access()
      return try await isAdmitted(access.accounts, rules: access.rules)
    } commands: {
      let access = try await access()
      let rules = try await access.rules.isInForce(in: cluster.rules()) ? [] : access.rules.map(\.line)
      return try await [prepend(rules, to: .hba)].compactMap(\.self) + admit(access.accounts)
    } obstacles: {
      try await obstacles()
    }
  }

  /// Returns the rules that let only our roles and this superuser into our database. Other databases are not touched.
  private func access() async throws -> (rules: [AccessRule], accounts: [String]) {
    let superuser = try await cluster.user()
    return (
      [
        AccessRule(
          type: "local", database: answers.database,
          users: ["plumbline_operator", "plumbline_door", "plumbline_outbox", "+plumbline_desk", superuser],
          how: "peer map=plumbline"),
        AccessRule(
          type: "local", database: "replication", users: ["plumbline_backup"], how: "peer map=plumbline"),
        AccessRule(type: "local", database: answers.database, users: ["all"], how: "reject"),
        AccessRule(type: "host", database: answers.database, users: ["all"], how: "all reject"),
      ],
      ["root", account.name].unique.flatMap { name in
        ["plumbline_operator", "plumbline_backup"].map { "plumbline \(name) \($0)" }
      } + [
        "plumbline plumblined plumbline_door", "plumbline plumbline-outbox plumbline_outbox",
        "plumbline \(account.name) \(superuser)",
      ]
    )
  }

  private var schema: SetupStep {
    SetupStep(name: "Schema and content") {
      try await Migrator(`operator`(), share: ShareDirectory.locate()).pending().isEmpty
    } commands: {
      [plumbline("migrate", "up")]
    }
  }

  private var practice: SetupStep {
    SetupStep(name: "Practice \(answers.practice)") {
      guard let details = try await taken() else { return false }
      return (answers.phone ?? details.phone) == details.phone
        && (answers.timeZone ?? details.timeZone) == details.timeZone
    } commands: {
      let phone = answers.phone.map { ["--phone", $0] } ?? []
      // A dry run may have no database to ask yet.
      if (try? await taken()) != nil {
        let zone = answers.timeZone.map { ["--time-zone", $0] } ?? []
        return [plumbline(["practice", "correct", answers.practice, "--quiet"] + phone + zone)]
      }
      let zone = answers.timeZone ?? SetupAnswers.zoneHere
      return [plumbline(["practice", "add", answers.practice, "--time-zone", zone, "--quiet"] + phone)]
    }
  }

  /// Returns what was taken down of the practice before; nil when there is none of its name.
  private func taken() async throws -> PracticeDetails? {
    let `operator` = try await `operator`()
    let practices = try await `operator`.practices()
    guard let practice = practices.first(where: { $0.name.hasSameWords(as: answers.practice) }) else { return nil }
    return try await `operator`.practice(practice.id)
  }

  private var practitioner: SetupStep {
    SetupStep(name: "Practitioner \(answers.practitioner)") {
      try await login() != nil
    } commands: {
      [
        plumbline(
          "practitioner", "add", answers.practitioner, "--practice", answers.practice, "--owner", "--role", newRole,
          "--quiet")
      ]
    }
  }

  private func access(of account: String) -> SetupStep {
    SetupStep(name: "The way in of account \(account)") {
      try await isAdmitted(["plumbline \(account) \(role())"])
    } commands: {
      try await admit(["plumbline \(account) \(role())"])
    } obstacles: {
      try await obstacles()
    }
  }

  /// Returns the practitioner's role, or a new name when there is none yet.
  func role() async -> String { (try? await login()) ?? newRole }

  private func login() async throws -> String? {
    try await `operator`().practitioners().first {
      $0.practiceName.hasSameWords(as: answers.practice)
        && $0.displayName.hasSameWords(as: answers.practitioner) && $0.active
    }?.login
  }

  private func `operator`() async throws -> Operator { try await Operator.connect(database: answers.database) }
}

extension SetupPlan {
  /// Adds the lines of `pg_ident.conf` that are missing, and has the server read both files.
  private func admit(_ accounts: [String]) async throws -> [ShellCommand] {
    try await [prepend(missing(accounts), to: .ident)].compactMap(\.self)
      + [psql(["--dbname=postgres", "--command=select pg_reload_conf()"])]
  }

  /// Returns a command that puts lines at the beginning of a file, where a rule decides first, and where they cannot become
  /// part of an unfinished last line.
  private func prepend(_ lines: [String], to file: Cluster.AccessFile) async throws -> ShellCommand? {
    guard !lines.isEmpty else { return nil }
    let script =
      #"cp -p "$0" "$0.new" && { printf "%s\n" "$@"; cat "$0"; } >"$0.new" && mv "$0.new" "$0""#
    return ShellCommand(words: ["sh", "-c", script, try await cluster.path(of: file)] + lines)
  }

  private func isAdmitted(_ accounts: [String], rules: [AccessRule] = []) async throws -> Bool {
    guard try await missing(accounts).isEmpty, try await rules.isInForce(in: cluster.rules()),
      try await cluster.faultsOfAccessFiles().isEmpty
    else { return false }
    return try await cluster.hasReadAccessFiles()
  }

  /// Returns those of the lines that `pg_ident.conf` lacks, regardless of the white space between words.
  private func missing(_ accounts: [String]) async throws -> [String] {
    let text = try await cluster.text(of: .ident)
    let known = Set(text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) })
    return accounts.filter { !known.contains($0.split(separator: " ")) }
  }

  private func obstacles() async throws -> [String] {
    let faults = try await cluster.faultsOfAccessFiles()
    return faults.isEmpty ? ["PostgreSQL has not read its access files again."] : faults
  }

  private func psql(_ options: [String]) -> ShellCommand {
    account.command(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"] + options)
  }

  private func plumbline(_ words: String...) -> ShellCommand { plumbline(words) }

  private func plumbline(_ words: [String]) -> ShellCommand {
    ShellCommand(
      words: [Swift.CommandLine.arguments[0]] + words,
      environment: ["PGDATABASE": answers.database, "PGUSER": "plumbline_operator"])
  }
}
