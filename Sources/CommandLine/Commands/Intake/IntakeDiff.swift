import ArgumentParser
import Clinical
import JSON
import Records

struct IntakeDiff: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What changed since the last accepted intake.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    guard let previous = try await desk.previousIntake(to: intake.id) else {
      throw CommandError(
        .notFound, "there is no accepted intake of \(intake.clientName) before this one.",
        next: "plumbline intake show \(intake.shortID)")
    }
    let pack = try await desk.content(intake.contentVersion)
    let changes = AnswerChange.between(previous.answers, intake.answers, pack)
    var sheet = Sheet()
    sheet.title(
      Inked(intake.clientName, .bold), Inked(intake.shortID, .cyan),
      Inked("since \(Moment.localDay(previous.submittedAt))"))
    sheet.changes(changes, pack)
    try console.show(
      ["id": .string("\(intake.id)"), "since": .string("\(previous.id)"), "changes": .array(changes.map(\.json))], sheet
    )
  }
}

/// A question whose answer is not what it was.
struct AnswerChange {
  let question: Question
  let before: AnswerValue?
  let after: AnswerValue?

  /// In the order of the form; the date of the form itself is left out.
  static func between(_ before: Answers, _ after: Answers, _ pack: ContentPack) -> [AnswerChange] {
    pack.questions.filter { $0.id != "visit.date" && before[$0.id] != after[$0.id] }.map {
      AnswerChange(question: $0, before: before[$0.id], after: after[$0.id])
    }
  }

  var json: JSON {
    [
      "question": .string(question.id.rawValue), "before": before?.json ?? .null, "after": after?.json ?? .null,
    ]
  }
}

extension Sheet {
  mutating func changes(_ changes: [AnswerChange], _ pack: ContentPack) {
    if changes.isEmpty { return paragraph("Nothing changed.") }
    for change in changes {
      paragraph(change.question.text, .bold)
      for line in change.before?.lines(of: change.question, pack) ?? [] {
        paragraph(line, .red, marker: Inked("−", .red), indent: 2)
      }
      for line in change.after?.lines(of: change.question, pack) ?? [] {
        paragraph(line, .green, marker: Inked("+", .green), indent: 2)
      }
    }
  }
}
