import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct EvaluationSign: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign an evaluation; after that it can only be amended.")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    let (raised, pauses) = try await Evaluations(at: desk).sign(record, dryRun: console.dryRun)
    guard !console.dryRun else {
      return try console.wouldDo("sign evaluation \(record.shortID) of \(record.clientName)")
    }
    try console.say(
      [
        "id": .string(record.id.description), "short_id": .string(record.shortID), "state": "signed",
        "redflags": JSON(raised.map(\.id.rawValue)),
      ], "Evaluation \(record.shortID) of \(record.clientName) signed.")
    for flag in raised { console.warn(flag.demand) }
    console.say(pauses)
    try pauses?.refuseStillOut()
    console.next("plumbline plan new \(try await desk.client("\(record.client)").shortID)", "draft the plan")
  }
}
