import ArgumentParser
import Clinical
import Handout
import Records

struct IntakePrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "The whole intake on paper, red flags first.",
    discussion: "Example: plumbline intake print k7f3 -o intake.pdf")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Flag(help: "As text.")
  var text = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let pack = try ShareDirectory.contentPack(version: intake.contentVersion)
    let document = RecordDocument(
      title: "Intake", of: intake.clientName, by: try await desk.whoAmI(),
      facts: [
        ("Sent", Moment.local(intake.submittedAt)), ("State", intake.state.rawValue),
        ("Massage", intake.massage.sentence), ("Content version", intake.contentVersion),
      ], blocks: intake.flagBlocks(pack) + intake.answerBlocks(pack), on: try Moment.today())
    try document.print(asText: text, console)
  }
}

extension Intake {
  fileprivate func flagBlocks(_ pack: ContentPack) -> [Handout.Block] {
    let lines = flags.sorted { $0.urgency.rank > $1.urgency.rank }.map { flag in
      let done = flag.action.map { " Looked at: \($0). \(flag.note ?? "")" } ?? " Not looked at."
      return "\(flag.title) (\(flag.urgency.rawValue)).\(done)"
    }
    return lines.isEmpty ? [] : [.callout(title: "Red flags", lines: lines, tone: .warning)]
  }

  fileprivate func answerBlocks(_ pack: ContentPack) -> [Handout.Block] {
    pack.sections.sorted { $0.order < $1.order }.flatMap { section -> [Handout.Block] in
      let answered = pack.questions.filter { $0.section == section.id && answers[$0.id] != nil }
        .sorted { $0.order < $1.order }
      let lines = answered.map { question in
        let answer = answers[question.id]?.lines(of: question, pack).map { $0.replacing("· ", with: "") } ?? []
        return question.text + (question.text.hasSuffix("?") ? " " : ": ") + answer.joined(separator: "; ")
      }
      return lines.isEmpty ? [] : [.heading(section.title), .bullets(lines)]
    }
  }
}
