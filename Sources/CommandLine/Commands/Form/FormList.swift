import ArgumentParser
import Clinical
import Installation
import JSON

struct FormList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the questions with their ids.")

  @Flag(help: "Only those that must be answered.")
  var required = false
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack = try ShareDirectory.contentPack()
    let order = Dictionary(uniqueKeysWithValues: pack.sections.map { ($0.id, $0.order) })
    let questions = pack.questions.filter { $0.required || !required }
      .sorted { (order[$0.section] ?? 0, $0.order) < (order[$1.section] ?? 0, $1.order) }
    try global.console(listing: listing).list(questions, QuestionColumns.all, nothing: "The form has no questions.")
  }
}

/// The columns of a question, inside of which `Column` would be that of a table in the form.
enum QuestionColumns {
  static let all: [Column<Question>] = [
    Column("id", "ID", value: { .string($0.id.rawValue) }, shown: { StyledText($0.id.rawValue, .cyan) }),
    Column("text", "Question", value: { .string($0.text) }),
    Column("kind", "Kind", rank: 1, value: { .string($0.kind.rawValue) }),
    Column("required", "Required", rank: 2, value: { .bool($0.required) }, shown: { $0.required ? "required" : "" }),
    Column("section", value: { .string($0.section.rawValue) }),
    Column("unit", value: { JSON($0.unit) }),
    Column("choices", value: { JSON($0.choices.map(\.id.rawValue)) }),
    Column("conditional", value: { .bool($0.showIf != nil) }),
  ]
}
