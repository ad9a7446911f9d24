import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct EvaluationDiscard: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throw away an evaluation that was never signed.")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console, preferring: [.draft])
    let name = "evaluation \(record.shortID) of \(record.clientName)"
    if record.state == .draft { try console.confirm("Throw away \(name)? What was found is lost.") }
    do {
      try await Evaluations(at: desk).discard(record, dryRun: console.dryRun)
    } catch Refusal.conflict(let sentence) {
      throw CommandError(.changed, "\(sentence).", next: "plumbline evaluation amend \(record.shortID)    corrects it")
    }
    guard !console.dryRun else { return try console.wouldDo("throw away \(name)") }
    try console.say(["id": .string("\(record.id)"), "discarded": true], "\(name.capitalisedFirst) thrown away.")
  }
}
