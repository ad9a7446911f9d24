import ArgumentParser
import Records

struct EvaluationShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "An evaluation and what it means.")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    let pack = try await desk.content(record.contentVersion)
    let intake = try await desk.acceptedIntake(of: record.client)
    try console.show(record.json, record.report(pack, answers: intake?.answers))
  }
}
