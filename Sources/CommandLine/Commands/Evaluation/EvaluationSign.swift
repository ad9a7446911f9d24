import ArgumentParser
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
    let raised = try await newlyRaised(record, desk)
    try await desk.perform(dryRun: console.dryRun) { try await desk.signEvaluation(record) }
    guard !console.dryRun else {
      return try console.wouldDo("sign evaluation \(record.shortID) of \(record.clientName)")
    }
    try console.say(
      [
        "id": .string(record.id.description), "short_id": .string(record.shortID), "state": "signed",
        "redflags": JSON(raised.map(\.id.rawValue)),
      ], "Evaluation \(record.shortID) of \(record.clientName) signed.")
    for flag in raised { console.warn(flag.demand) }
    try await PlanWatch(client: record.client, desk: desk).pauseTouchedPlans(console)
    console.next("plumbline plan new \(try await desk.client("\(record.client)").shortID)", "draft the plan")
  }

  /// Red flags that these findings raise and the intake alone did not.
  private func newlyRaised(_ record: EvaluationRecord, _ desk: Desk) async throws -> [RedFlag] {
    guard let intake = try await desk.acceptedIntake(of: record.client) else { return [] }
    let pack = try await desk.content(intake.contentVersion)
    return intake.others(of: pack.assess(intake.answers, record.evaluation).redFlags, pack)
  }
}
