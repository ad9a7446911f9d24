import ArgumentParser
import Care
import Handout
import Records

struct PlanPreview: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "What the client will get, before it is issued.",
    discussion: """
      Text by default; --pdf with -o FILE writes the paper. The link to the client's page is made when the plan is \
      issued, so it is not in here.
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Flag(help: "As PDF.")
  var pdf = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console)
    let reasoning = try await console.reasoning(of: plan, at: desk)
    let handout = try await Plans(at: desk).preview(plan, reasoning)
    guard pdf else { return try console.emit(document: Array(handout.text(width: min(72, console.width)).utf8)) }
    guard console.file != nil || !console.output.isTerminal else {
      throw CommandError(.usage, "a PDF does not belong on a terminal.", next: "add -o preview.pdf")
    }
    try console.emit(document: try handout.pdf())
  }
}
