import ArgumentParser
import Care
import Clinical
import Handout
import Records

struct EvaluationPrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "An evaluation on paper, with body figure and what changed over time.",
    discussion: "Example: plumbline evaluation print k7f3 -o evaluation.pdf")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @OptionGroup var printing: PrintOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    let me = try await desk.whoAmI()
    let pack = try await desk.content(record.contentVersion)
    let earlier = try await desk.evaluations(of: record.client)
      .filter { $0.recordedAt < record.recordedAt && $0.state != .draft }.reversed()
    let answers = try await desk.acceptedIntake(of: record.client)?.answers ?? Answers()
    let source = EvaluationSource(
      practiceName: me.practiceName, clientName: record.clientName, therapistName: me.displayName,
      taking: try record.taking, earlier: try earlier.map { try $0.taking },
      assessment: pack.assess(answers, record.evaluation))
    try printing.print(Handout(source, content: pack), console)
  }
}

extension EvaluationRecord {
  fileprivate var taking: EvaluationSource.Taking {
    get throws { .init(day: try .local(recordedAt), evaluation: evaluation) }
  }
}
