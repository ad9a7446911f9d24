import ArgumentParser
import Records

struct PlanShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "A plan with its reasons.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console)
    let reasoning = try await console.reasoning(of: plan, at: desk)
    try console.show(plan.json(reasoning), plan.report(reasoning))
    for warning in reasoning.warnings(about: plan) { console.warn(warning) }
  }
}
