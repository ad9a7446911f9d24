import ArgumentParser
import Clinical
import Foundation
import Installation
import JSON
import Records

struct Setup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Set this machine up: database, practice, first therapist, services; by root.",
    discussion: """
      Run it on the database's machine as root: sudo plumbline setup. For the database it becomes postgres; then it \
      writes the settings, connects the practitioner's account, starts the services, and makes a first link. As the \
      account that PostgreSQL takes for its superuser it makes the database alone. It connects over the socket, so there \
      is no password to type. Each command is printed before it runs; what is there already is left alone, so after a \
      failure run it again. A phone number or a time zone that differs from what was said before is corrected.
      --answers reads lines of DATABASE, PRACTICE, PHONE, TIME_ZONE, PRACTITIONER, ACCOUNT, PUBLIC_URL, BACKUP_KEY and \
      CLIENT, each KEY=VALUE.
      """)

  @Option(help: ArgumentHelp("Name of the practice, as clients know it.", valueName: "name"))
  var practice: String?
  @Option(help: ArgumentHelp("Its phone number, printed on plans.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("Its time zone; this computer's unless you say.", valueName: "name"))
  var timeZone: String?
  @Option(help: ArgumentHelp("Name of the first practitioner, its owner.", valueName: "name"))
  var practitioner: String?
  @Option(help: ArgumentHelp("Their account on this computer, which may log in as them.", valueName: "account"))
  var account: String?
  @Option(help: ArgumentHelp("Where clients reach the intake pages.", valueName: "url"))
  var publicURL: String?
  @Option(help: ArgumentHelp("Public key of age, to which backups are encrypted.", valueName: "age1..."))
  var backupKey: String?
  @Option(help: ArgumentHelp("A first client, for whom a link is made.", valueName: "name"))
  var client: String?
  @Option(help: ArgumentHelp("Name of the database; plumbline unless you say.", valueName: "name"))
  var database: String?
  @Option(help: ArgumentHelp("Answers to all questions; - is standard input.", valueName: "file"))
  var answers: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console(writing: writing)
    guard global.service == nil, console.settings.environment["PGSERVICE"] == nil else {
      throw CommandError(
        .usage, "setup connects over this machine's socket, not through a service.",
        next: "unset PGSERVICE; PGHOST may name the folder of the socket")
    }
    let options: [SetupAnswers.Key: String?] = [
      .database: database, .practice: practice, .phone: phone, .timeZone: timeZone, .practitioner: practitioner,
      .account: account, .publicURL: publicURL, .backupKey: backupKey, .client: client,
    ]
    let read = try answers.map(SetupAnswers.read) ?? [:]
    let superuser = ServerAccount.current(console.settings.environment)
    let answers = try SetupAnswers(
      read.merging(options.compactMapValues(\.self)) { $1 }, withMachine: superuser.isTakenByRoot, console)
    let installation = SetupPlan(answers, cluster: try await connect(as: superuser, answers), account: superuser)
    if !console.dryRun { Interruption.say("Go on with:  \(answers.command)") }
    var done: [(step: SetupStep, commands: [ShellCommand])] = []
    for step in installation.steps {
      done.append((step, try await carryOut(step, answers, console)))
    }
    try report(done, answers, role: await installation.role(), console)
    if !console.dryRun { proposeNext(answers, role: await installation.role(), superuser, console) }
  }

  private func connect(as superuser: ServerAccount, _ answers: SetupAnswers) async throws -> Cluster {
    let next = answers.command
    do {
      let cluster = try await Cluster.connect(as: superuser.id)
      guard try await cluster.isSuperuser() else {
        throw CommandError(.notAllowed, "this account is not PostgreSQL's superuser.", next: next)
      }
      return cluster
    } catch let failure as ConnectionFailure {
      throw CommandError(
        failure.isRefused ? .notAllowed : .unavailable, "PostgreSQL does not let this account in as its superuser.",
        why: [failure.message], next: ["systemctl start postgresql    if it does not run; then", next])
    }
  }

  /// - Returns: the commands that were run, or would be; none when the step was done before.
  private func carryOut(_ step: SetupStep, _ answers: SetupAnswers, _ console: Console) async throws -> [ShellCommand] {
    // In a dry run earlier steps are not done, and the check of a later one may fail.
    let isDone = console.dryRun ? (try? await step.isDone()) ?? false : try await step.isDone()
    if isDone {
      console.note("\(step.name): already there", sign: StyledText("✓", .green))
      return []
    }
    let commands = try await step.commands()
    for command in commands {
      noteUnwrapped("$ \(command.text)", console)
      if console.dryRun { continue }
      let status = try command.run()
      guard status != ExitStatus.interrupted.rawValue else {
        throw CommandError(.interrupted, "interrupted.", next: ["Go on with", answers.command])
      }
      guard status == 0 else {
        throw CommandError(
          .failed, "\(step.name) could not be made.", why: ["This command ended with \(status): \(command.text)"],
          next: ["Fix what it complains of, then go on with", answers.command])
      }
    }
    if !console.dryRun, try await !comesTrue(step) {
      throw CommandError(
        .failed, "\(step.name) could not be made.", why: try await step.obstacles(),
        next: ["Fix that, then go on with", answers.command])
    }
    console.note(
      "\(step.name)\(console.dryRun ? ": would be made" : "")", sign: console.dryRun ? "·" : StyledText("✓", .green))
    return commands
  }

  /// Waits up to five seconds, because the server takes a moment to read its access files again.
  private func comesTrue(_ step: SetupStep) async throws -> Bool {
    for _ in 0..<50 {
      if try await step.isDone() { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// Prints a command on one line, so that it can be copied.
  private func noteUnwrapped(_ line: String, _ console: Console) {
    if !console.quiet { console.notes.tell((line.onOneLine + "\n").utf8) }
  }

  private func report(
    _ done: [(step: SetupStep, commands: [ShellCommand])], _ answers: SetupAnswers, role: String, _ console: Console
  ) throws {
    let state = { (commands: [ShellCommand]) in
      commands.isEmpty ? "already there" : console.dryRun ? "would be made" : "made"
    }
    let steps = done.map { step, commands -> JSON in
      ["step": .string(step.name), "state": .string(state(commands)), "commands": JSON(commands.map(\.text))]
    }
    let facts: JSON = [
      "database": .string(answers.database), "practice": .string(answers.practice),
      "practitioner": .string(answers.practitioner), "role": .string(role), "account": JSON(answers.account),
      "dry_run": .bool(console.dryRun), "steps": .array(steps), "command": .string(answers.command),
    ]
    let undone = done.count { !$0.commands.isEmpty }
    let sentence =
      console.dryRun
      ? "would make \(undone) of \(done.count) things; nothing was done."
      : undone == 0 ? "All of it was already there." : "\(answers.practice) is set up, with \(answers.practitioner)."
    try console.say(facts, sentence, sign: console.dryRun ? "·" : StyledText("✓", .green))
    noteUnwrapped("The same without questions:  \(answers.command)", console)
    if answers.account == nil {
      console.warn(
        "\(answers.practitioner) has no login yet. To give one, run it with --account NAME: their account here.")
    }
  }

  private func proposeNext(_ answers: SetupAnswers, role: String, _ superuser: ServerAccount, _ console: Console) {
    guard superuser.isTakenByRoot else {
      return console.next("plumbline login --user \(role)", "by \(answers.practitioner), on their own account")
    }
    if !SetupPlan.hasSystemd {
      console.warn("systemd does not run here, so nothing was started: plumblined --help lists its settings.")
    }
    console.next("plumbline doctor", "says what is missing")
  }
}
