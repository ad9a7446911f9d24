import ArgumentParser
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
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).draftOnly()
    let first = try items.map { reference in
      let id = try plan.items.map(\.item).named(reference, in: plan.shortID)
      guard let item = plan.items.first(where: { $0.item == id }) else {
        throw CommandError(
          .notFound, "\(id) is not in plan \(plan.shortID).", why: plan.items.map(\.item.rawValue),
          next: ["plumbline plan add \(plan.shortID) \(id)"])
      }
      return item
    }
    let named = Set(first.map(\.item))
    guard named.count == first.count else {
      throw CommandError(.usage, "an item is named twice.", next: "Name each once.")
    }
    let ordered = first + plan.items.filter { !named.contains($0.item) }
    guard !console.dryRun else {
      return try console.wouldDo("reorder plan \(plan.shortID)", ["items": JSON(ordered.map(\.item.rawValue))])
    }
    try await desk.setItems(ordered, of: plan)
    let reasoning = try await Reasoning.shown(for: plan, at: desk, console)
    try console.say(try await desk.plan("\(plan.id)").json(reasoning), "Plan \(plan.shortID) reordered.")
  }
}
