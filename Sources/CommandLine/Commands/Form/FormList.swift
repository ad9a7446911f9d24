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
    try global.console(listing: listing).list(questions, Question.fields, nothing: "The form has no questions.")
  }
}

extension Question {
  static let fields: [Field<Question>] = [
    Field("id", "ID", value: { .string($0.id.rawValue) }, shown: { Inked($0.id.rawValue, .cyan) }),
    Field("text", "Question", value: { .string($0.text) }),
    Field("kind", "Kind", rank: 1, value: { .string($0.kind.rawValue) }),
    Field("required", "Required", rank: 2, value: { .bool($0.required) }, shown: { $0.required ? "required" : "" }),
    Field("section", value: { .string($0.section.rawValue) }),
    Field("unit", value: { JSON($0.unit) }),
    Field("choices", value: { JSON($0.choices.map(\.id.rawValue)) }),
    Field("conditional", value: { .bool($0.showIf != nil) }),
  ]
}
