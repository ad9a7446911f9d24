import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanReorder: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reorder", abstract: "Put items of a draft in another order.",
    discussion: "The items you name come first, in that order; the others follow as they were.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: "Their numbers in the plan, or items such as hc.chin_tuck.", completion: .items)
  var items: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let named = try items.map { try plan.items.map(\.item).named($0, in: plan.shortID) }
    let ordered = try plan.putting(first: named)
    guard !console.dryRun else {
      return try console.wouldDo("reorder plan \(plan.shortID)", ["items": JSON(ordered.map(\.item.rawValue))])
    }
    try await Plans(at: desk).setItems(ordered, of: plan)
    let reasoning = try await console.reasoning(of: plan, at: desk)
    try console.say(try await desk.plan("\(plan.id)").json(reasoning), "Plan \(plan.shortID) reordered.")
  }
}
