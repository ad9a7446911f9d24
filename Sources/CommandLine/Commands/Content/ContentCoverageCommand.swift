import ArgumentParser
import Clinical
import Installation
import JSON

struct ContentCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List every question with what its answers change.",
    discussion: """
      Triage, an item, a hypothesis, a further question, or what a person does with it. A choice that no rule reads is \
      listed with the reason for asking.
      """)

  @Flag(help: "Only questions with a choice that no rule reads.")
  var unread = false
  @OptionGroup var content: ContentFolder
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let coverage = ContentCoverage(try content.pack())
    let console = global.console(listing: listing)
    try console.list(
      coverage.entries.filter { !unread || !$0.unread.isEmpty }, ContentCoverage.Entry.columns,
      nothing: "A rule reads every choice.")
    console.note("Choices that change nothing without a written reason: \(coverage.unexplained)")
  }
}

extension ContentCoverage.Entry {
  fileprivate static var columns: [Column<Self>] {
    [
      Column("question", "Question", value: { .string($0.question.id.rawValue) }),
      Column("changes", "Changes", value: { .string($0.effects.map(\.rawValue).joined(separator: ", ")) }),
      Column("unread", "Read by no rule", rank: 1, value: { .string($0.unreadWords) }),
    ]
  }

  private var unreadWords: String {
    Dictionary(grouping: unread) { $0.why ?? "no reason is written" }
      .map { why, choices in "\(choices.map { $0.choice.id.rawValue }.joined(separator: ", ")): \(why)" }
      .sorted().joined(separator: " ")
  }
}
