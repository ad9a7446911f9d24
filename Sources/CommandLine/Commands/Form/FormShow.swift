import ArgumentParser
import Care
import Clinical
import Installation
import JSON

struct FormShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The form as it is asked, or one of its questions.")

  @Argument(help: "A question, such as pain.map; by default all of them.")
  var question: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack = try ShareDirectory.contentPack()
    let console = global.console()
    guard let question else { return try console.show(.array(pack.questions.map(\.json)), pack.formReport) }
    guard let found = pack.question(Question.ID(rawValue: question)) else {
      let near = pack.questions.map { ($0.id.rawValue, $0.id.rawValue.editDistance(to: question)) }
        .sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
      throw CommandError(
        .notFound, "the form has no question “\(question)”.", why: ["Near: \(near.joined(separator: ", "))"],
        next: ["plumbline form list"])
    }
    var report = Report()
    report.question(found)
    try console.show(found.json, report)
  }
}

extension Question {
  fileprivate var json: JSON { JSON(self, QuestionColumns.all) }

  /// The answers that are allowed, on one line.
  fileprivate var answerable: String {
    let bounds = bounds.map { "\($0.lowerBound.inFigures) to \($0.upperBound.inFigures)" }
    return [
      kind.rawValue, bounds, unit, required ? "required" : "optional", showIf == nil ? nil : "asked when it applies",
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension ContentPack {
  fileprivate var formReport: Report {
    var report = Report()
    for section in sections.sorted(by: { $0.order < $1.order }) {
      report.heading("\(section.title) (page \(section.page))")
      for question in questions.filter({ $0.section == section.id }).sorted(by: { $0.order < $1.order }) {
        report.question(question)
      }
    }
    return report
  }
}

extension Report {
  fileprivate mutating func question(_ question: Question) {
    paragraph(question.text, .bold)
    paragraph("\(question.id)  \(question.answerable)", .dim, indent: 2)
    if let hint = question.hint { paragraph(hint, indent: 2) }
    for choice in question.choices { paragraph("\(choice.label)  (\(choice.id))", marker: "·", indent: 2) }
  }
}
