import ArgumentParser
import Care
import Clinical
import Records

struct PlanRevise: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "Draft the next version of an issued plan.",
    discussion: "What the client holds stays valid until the new one is issued.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    let (draft, reasoning) = try await Plans(at: desk).revise(plan, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("draft the next version of plan \(plan.shortID)") }
    try console.show(draft.json(reasoning), draft.report(reasoning))
    console.next("plumbline plan issue \(draft.shortID)", "takes the place of \(plan.shortID)")
  }
}
