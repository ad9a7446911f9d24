import ArgumentParser
import Clinical
import Records

struct PlanRemove: WritingCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take an item out of a draft.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: "Home-care item, such as hc.chin_tuck.", completion: .items)
  var item: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).draftOnly()
    let id = HomeCareItem.ID(rawValue: item)
    guard plan.contains(id) else {
      throw CommandError(
        .notFound, "\(item) is not in plan \(plan.shortID).", why: plan.items.map(\.item.rawValue),
        next: ["plumbline plan show \(plan.shortID)"])
    }
    guard !console.dryRun else { return try console.wouldDo("remove \(item) from plan \(plan.shortID)") }
    try await desk.setItems(plan.items.filter { $0.item != id }, of: plan)
    let reasoning = try await Reasoning.shown(for: plan, at: desk, console)
    let changed = try await desk.plan(plan.id.description)
    try console.say(changed.json(reasoning), "\(item) removed; \(changed.items.count) items now.")
  }
}
