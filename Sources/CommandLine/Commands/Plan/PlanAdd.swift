import ArgumentParser
import Care
import Clinical
import Records

struct PlanAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an item of the library to a draft.",
    discussion: """
      The same checks run as for a drafted item. A contraindicated item is refused, unless its rule lets a \
      therapist override it with a reason, for which it asks on a terminal; one that needs a clinician's agreement asks \
      for the name and the day.
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: "Home-care item, such as hc.chin_tuck.", completion: .items)
  var item: String
  @Option(help: ArgumentHelp("Why you take responsibility for a contraindicated item.", valueName: "file"))
  var overrideFile: String?
  @Option(help: ArgumentHelp("The same as text; it shows in your shell's history.", valueName: "reason"))
  var override: String?
  @Option(help: ArgumentHelp("The clinician or pharmacist who agreed.", valueName: "name"))
  var clinician: String?
  @Option(help: ArgumentHelp("The day they agreed.", valueName: "yyyy-mm-dd"), transform: TypedDay.past)
  var date: TypedDay?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let id = HomeCareItem.ID(rawValue: item)
    let reasoning = try await Reasoning.current(for: plan.client, at: desk)
    let added = try add(id, to: plan, reasoning, console)
    guard !console.dryRun else { return try console.wouldDo("add \(item) to plan \(plan.shortID)") }
    try await Plans(at: desk).setItems(plan.items + [added], of: plan)
    let changed = try await desk.plan(plan.id.description)
    try console.say(
      changed.json(reasoning), "“\(reasoning.pack.item(id)?.title ?? item)” added; \(changed.items.count) items now.")
    for reason in added.reasons { console.warn(reasoning.words(for: reason, of: id)) }
  }

  /// Asks a person for the reason that a contraindicated item wants.
  private func add(
    _ id: HomeCareItem.ID, to plan: Plan, _ reasoning: Reasoning, _ console: Console
  ) throws -> PlanItem {
    let given = try justification()
    do {
      return try reasoning.adding(id, to: plan, override: given)
    } catch CareRefusal.planItem(.limited(let limited))
      where limited.demand == .reason && given == nil && console.mayAsk
    {
      console.warn(CommandError(CareRefusal.planItem(.limited(limited))).reasons.joined(separator: "\n"))
      let reason = try console.explanation(nil, "Your reason, if you take responsibility for it:")
      return try reasoning.adding(id, to: plan, override: ItemOverride(reason: reason))
    }
  }

  private func justification() throws -> ItemOverride? {
    let reason = try overrideFile.map { try InputFile(path: $0).text() } ?? override
    guard reason != nil || clinician != nil else { return nil }
    return try ItemOverride(reason: reason ?? "", clinician: clinician, date: date?.day)
  }
}
