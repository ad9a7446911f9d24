import ArgumentParser
import Care
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
    try printing.print(try await RecordHandouts(at: desk).evaluation(record), console)
  }
}
