import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanRevise: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "Draft the next version of an issued plan from what is known by now.",
    discussion: """
      It takes in the newest accepted intake and the newest signed evaluation, and says what changes and why. It \
      follows the check-ins: who is better twice goes on to the next phase, who is worse goes back one, and after two \
      worse ones is to see a physician; who does little of it keeps three things. What you added, took out, or gave a \
      dose, a note or a reason stays as you chose it, unless it is contraindicated now. What the client holds stays \
      valid until the new one is issued, which ends it.
      Example: plumbline plan revise "Zoe Park"
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    let (draft, reasoning, revision) = try await Plans(at: desk).revise(plan, dryRun: console.dryRun)
    guard !console.dryRun else {
      return try console.wouldDo("draft the next version of plan \(plan.shortID)", revision.json)
    }
    var report = draft.report(reasoning)
    report.revision(revision, of: plan, reasoning)
    report.earlierFindings(reasoning, today: try .today())
    try console.show(
      draft.json(reasoning).adding(["changes": revision.json]).adding(reasoning.earlierJSON), report)
    console.next("plumbline plan issue \(draft.shortID)", "takes the place of \(plan.shortID)")
  }
}
