import ArgumentParser
import Care
import Clinical
import Records

struct PlanRemove: WritingCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take an item out of a draft.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: .planItem, completion: .items)
  var item: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let id = try plan.items.map(\.item).named(item, in: plan.shortID)
    let left = try plan.removing(id)
    guard !console.dryRun else { return try console.wouldDo("remove \(id) from plan \(plan.shortID)") }
    try await Plans(at: desk).setItems(left, of: plan)
    let reasoning = try await console.reasoning(of: plan, at: desk)
    let changed = try await desk.plan(plan.id.description)
    try console.say(changed.json(reasoning), "\(id) removed; \(changed.items.count) items now.")
  }
}
