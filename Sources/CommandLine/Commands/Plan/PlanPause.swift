import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanPause: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Close the client's page for now.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    try await desk.perform(dryRun: console.dryRun) { try await desk.pausePlan(plan.id) }
    guard !console.dryRun else { return try console.wouldDo("pause plan \(plan.shortID)") }
    try console.say(
      ["id": .string("\(plan.id)"), "state": "paused"], "Plan \(plan.shortID) of \(plan.clientName) paused.")
    console.next("plumbline plan resume \(plan.shortID)", "opens it again, if it could be issued as things stand then")
  }
}

struct PlanResume: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Open the client's page again.",
    discussion: """
      It requires what an issue requires: the client agrees to their care, red flags of a newer intake and of check-ins \
      are acknowledged, the evaluation is signed, and every item is still right for what is known today. What is in the \
      way is named; plan revise drafts a plan that fits.
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    try await console.resume(plan, at: desk)
    guard !console.dryRun else { return try console.wouldDo("resume plan \(plan.shortID)") }
    try console.say(
      ["id": .string("\(plan.id)"), "state": "issued"], "Plan \(plan.shortID) of \(plan.clientName) is open again.")
  }
}

struct PlanClose: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "End a plan; it stays in the record.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    try console.confirm("Close plan \(plan.shortID) of \(plan.clientName)? It cannot be opened again.")
    try await desk.perform(dryRun: console.dryRun) { try await desk.closePlan(plan.id) }
    guard !console.dryRun else { return try console.wouldDo("close plan \(plan.shortID)") }
    try console.say(
      ["id": .string("\(plan.id)"), "state": "closed"], "Plan \(plan.shortID) of \(plan.clientName) closed.")
  }
}
