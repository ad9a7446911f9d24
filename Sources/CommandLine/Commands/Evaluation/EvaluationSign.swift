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
    let record = try await desk.findEvaluation(evaluation, console, preferring: [.draft])
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
    try await sayWhatComesNext(record, desk, console)
  }

  /// A client who holds a plan gets the next version of it; a second one beside it would be a plan too many.
  private func sayWhatComesNext(_ record: EvaluationRecord, _ desk: Desk, _ console: Console) async throws {
    let (draft, held) = try await Plans(at: desk).standing(of: record.client)
    if let draft {
      console.next("plumbline plan show \(draft.shortID)", "the draft of the plan")
    } else if let held {
      console.next("plumbline plan revise \(held.shortID)", "draft the next version of the plan")
    } else {
      console.next("plumbline plan new \(try await desk.client("\(record.client)").shortID)", "draft the plan")
    }
  }
}
