import Foundation
import Records

/// One thing that `setup` makes, unless it is there.
struct SetupStep: Sendable {
  let name: String
  let isDone: @Sendable () async throws -> Bool
  let commands: @Sendable () async throws -> [ShellCommand]
}

/// An installation on one machine, from the database to the first login, in the order in which it is made.
struct Installation: Sendable {
  private let answers: SetupAnswers
  private let cluster: Cluster
  private let newRole = PractitionerAdd.opaqueRole()

  init(_ answers: SetupAnswers, cluster: Cluster) {
    self.answers = answers
    self.cluster = cluster
  }

  var steps: [SetupStep] {
    [database, foundations, operatorAccess, schema, practice, practitioner]
      + (answers.account.map { [access(of: $0)] } ?? [])
  }

  private var database: SetupStep {
    SetupStep(name: "Database \(answers.database)") {
      try await cluster.hasDatabase(answers.database)
    } commands: {
      [ShellCommand(words: ["createdb", answers.database])]
    }
  }

  private var foundations: SetupStep {
    SetupStep(name: "Roles and their limits") {
      try await Cluster.connect(database: answers.database).hasFoundations()
    } commands: {
      let file = try ShareDirectory.locate().appending(path: "setup.sql").path
      return [psql(["--dbname=\(answers.database)", "--file=\(file)"])]
    }
  }

  /// Our roles only, so that nobody else's way in changes.
  private var operatorAccess: SetupStep {
    let rules = [
      "local \(answers.database) plumbline_operator,plumbline_door,+plumbline_desk peer map=plumbline",
      "local replication plumbline_backup peer map=plumbline",
    ]
    let accounts = ["root", NSUserName()].reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let operators = accounts.map { "plumbline \($0) plumbline_operator" } + ["plumbline plumblined plumbline_door"]
    return SetupStep(name: "The operator's and the daemon's way in") {
      try await isAdmitted(rules: rules, accounts: operators)
    } commands: {
      let missing = try await missing(rules, from: .hba)
      let hba = try await cluster.path(of: .hba)
      // The first rule that fits decides, so ours go first.
      return missing.reversed().map { ShellCommand(words: ["sed", "-i", "1i \($0)", hba]) }
        + (try await admit(operators))
    }
  }

  private var schema: SetupStep {
    SetupStep(name: "Schema and content") {
      try await Migrator(`operator`().database, share: ShareDirectory.locate()).pending().isEmpty
    } commands: {
      [plumbline("migrate", "up")]
    }
  }

  private var practice: SetupStep {
    SetupStep(name: "Practice \(answers.practice)") {
      try await `operator`().practices().contains { $0.name.foldedForSearch == answers.practice.foldedForSearch }
    } commands: {
      [plumbline(["practice", "add", answers.practice, "--quiet"] + (answers.phone.map { ["--phone", $0] } ?? []))]
    }
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
      try await isAdmitted(rules: [], accounts: ["plumbline \(account) \(role())"])
    } commands: {
      try await admit(["plumbline \(account) \(role())"])
    }
  }

  /// The practitioner's own, once there is one.
  func role() async -> String { (try? await login()) ?? newRole }

  private func login() async throws -> String? {
    try await `operator`().practitioners().first {
      $0.practiceName.foldedForSearch == answers.practice.foldedForSearch
        && $0.displayName.foldedForSearch == answers.practitioner.foldedForSearch && $0.active
    }?.login
  }

  private func `operator`() async throws -> Operator { try await Operator.connect(database: answers.database) }
}

extension Installation {
  /// Adds the lines of `pg_ident.conf` that are missing, and has the server read both files.
  private func admit(_ accounts: [String]) async throws -> [ShellCommand] {
    let ident = try await cluster.path(of: .ident)
    return try await missing(accounts, from: .ident).map { ShellCommand(words: ["tee", "-a", ident], input: $0) }
      + [psql(["--dbname=postgres", "--command=select pg_reload_conf()"])]
  }

  private func isAdmitted(rules: [String], accounts: [String]) async throws -> Bool {
    let missing = try await missing(rules, from: .hba) + missing(accounts, from: .ident)
    guard missing.isEmpty else { return false }
    return try await cluster.hasReadAccessFiles()
  }

  /// Which of the lines are not in the file, whatever the space between their words.
  private func missing(_ lines: [String], from file: Cluster.AccessFile) async throws -> [String] {
    let text = try await cluster.text(of: file)
    let known = Set(text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) })
    return lines.filter { !known.contains($0.split(separator: " ")) }
  }

  private func psql(_ options: [String]) -> ShellCommand {
    ShellCommand(words: ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"] + options)
  }

  private func plumbline(_ words: String...) -> ShellCommand { plumbline(words) }

  private func plumbline(_ words: [String]) -> ShellCommand {
    ShellCommand(
      words: [Swift.CommandLine.arguments[0]] + words,
      environment: ["PGDATABASE": answers.database, "PGUSER": "plumbline_operator"])
  }
}
