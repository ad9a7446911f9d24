import ArgumentParser
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
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).draftOnly()
    let id = try plan.items.map(\.item).named(item, in: plan.shortID)
    guard plan.contains(id) else {
      throw CommandError(
        .notFound, "\(item) is not in plan \(plan.shortID).", why: plan.items.map(\.item.rawValue),
        next: ["plumbline plan show \(plan.shortID)"])
    }
    guard !console.dryRun else { return try console.wouldDo("remove \(id) from plan \(plan.shortID)") }
    try await desk.setItems(plan.items.filter { $0.item != id }, of: plan)
    let reasoning = try await Reasoning.shown(for: plan, at: desk, console)
    let changed = try await desk.plan(plan.id.description)
    try console.say(changed.json(reasoning), "\(id) removed; \(changed.items.count) items now.")
  }
}
