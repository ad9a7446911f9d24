import ArgumentParser
import Clinical
import Installation
import JSON
import Records

struct MigrateGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the database to the schema of this program.",
    subcommands: [MigrateStatus.self, MigrateUp.self], defaultSubcommand: MigrateStatus.self)
}

struct MigrateStatus: OperatorCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say what is applied and what is not.")

  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    let steps = try await Migrator(`operator`, share: ShareDirectory.locate()).plan()
    let pending = steps.filter { !$0.isApplied }
    var report = Report()
    report.fact("Applied", String(steps.count - pending.count))
    report.fact("Pending", String(pending.count), pending.isEmpty ? .plain : .yellow)
    for step in pending { report.paragraph(step.label, marker: "·", indent: 2) }
    try console.show(
      ["applied": .integer(steps.count - pending.count), "pending": JSON(pending.map(\.label))], report)
    if !pending.isEmpty { console.next("plumbline migrate up", "applies them") }
  }
}

struct MigrateUp: OperatorWriting {
  static let configuration = CommandConfiguration(
    commandName: "up", abstract: "Apply what is pending.",
    discussion: "Each step is one transaction: killed anywhere it resumes, and two at once take turns.")

  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    let migrator = Migrator(`operator`, share: try ShareDirectory.locate())
    guard !console.dryRun else {
      let pending = try await migrator.pending()
      return try console.wouldDo(
        "apply \(pending.count) steps", ["steps": JSON(pending.map(\.label)), "sql": JSON(pending.compactMap(\.sql))])
    }
    let applied: [MigrationStep]
    do {
      applied = try await migrator.up()
    } catch Refusal.notAllowed(let sentence) {
      throw CommandError(
        .notAllowed, sentence, why: "PostgreSQL's superuser registers the SQL of a release before it is applied.",
        next: "\(try ShareDirectory.setupCommand())    as the superuser")
    }
    try console.say(
      ["applied": JSON(applied.map(\.label))],
      applied.isEmpty ? "Up to date." : "Applied \(applied.count.counted("step")).")
  }
}

extension MigrationStep {
  fileprivate var label: String {
    switch kind {
    case .migration: "migration \(name)"
    case .view: "view \(name)"
    case .function: "function \(name)"
    case .content: "content \(name)"
    }
  }

  /// The statements of the step; nil for content, which is data.
  fileprivate var sql: String? { kind == .content ? nil : text }
}
