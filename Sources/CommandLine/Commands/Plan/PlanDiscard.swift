import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanDiscard: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throw away a draft.",
    discussion: "What the client holds is not touched; plan close ends that.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let name = "the draft \(plan.shortID) of \(plan.clientName)"
    try console.confirm("Throw away \(name)? Its \(plan.items.count.counted("item")) are lost.")
    try await desk.perform(dryRun: console.dryRun) { try await desk.discardPlan(plan) }
    guard !console.dryRun else { return try console.wouldDo("throw away \(name)") }
    try console.say(["id": .string("\(plan.id)"), "discarded": true], "\(name.capitalisedFirst) thrown away.")
  }
}
