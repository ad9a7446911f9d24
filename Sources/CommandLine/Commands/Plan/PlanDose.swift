import ArgumentParser
import Care
import Clinical
import Handout
import Records

struct PlanDose: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "dose", abstract: "Set how much and how often of an item of a draft.",
    discussion: """
      Less is always allowed; more only up to what the content calls safe. Beyond that it wants your reason, for which it \
      asks on a terminal, and which stays with the plan and in the audit. An amount that the item does not have cannot \
      be set.
      Six repeats on three days a week, of the left side alone: --repeats 6 --days-a-week 3 --side left
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: .planItem, completion: .items)
  var item: String
  @OptionGroup var dose: DoseOptions
  @Option(help: "left, right or both.")
  var side: Dose.Side?
  @Option(help: "What you tell the client about it; an empty one takes it away.")
  var note: String?
  @Flag(help: "Back to the dose of the content.")
  var usual = false
  @Option(help: ArgumentHelp("Why more than is safe; - is standard input.", valueName: "file"))
  var overrideFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let changes = !dose.amounts.isEmpty || side != nil
    if usual, changes { throw ValidationError("--usual goes back to the usual dose: it goes with --note alone.") }
    if !usual, !changes, note == nil { throw ValidationError("Say what to change, such as --repeats 6.") }
    if overrideFile != nil, dose.amounts.isEmpty { throw ValidationError("--override-file goes with an amount.") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let id = try plan.items.map(\.item).named(item, in: plan.shortID)
    let (changed, reasoning) = try await setDose(of: id, in: plan, at: desk, console)
    let entry = changed.items.first { $0.item == id }
    let words = entry.flatMap(reasoning.pack.prescribed).map { DoseWording($0.dose).sentence } ?? ""
    guard !console.dryRun else {
      return try console.wouldDo("set the dose of \(id) in plan \(plan.shortID): \(words)")
    }
    try console.say(changed.json(reasoning), "\(id): \(words)")
  }
}

extension PlanDose {
  /// Asks a person for the reason that more than is safe wants.
  private func setDose(
    of id: HomeCareItem.ID, in plan: Plan, at desk: Desk, _ console: Console
  ) async throws -> (Plan, Reasoning) {
    func set(_ reason: String?) async throws -> (Plan, Reasoning) {
      let change = DoseChange(amounts: dose.amounts, side: side, reason: reason)
      let edit: DoseEdit = usual ? .usual : change == DoseChange() ? .keep : .set(change)
      return try await Plans(at: desk).setDose(of: id, in: plan, to: edit, note: note, dryRun: console.dryRun)
    }
    let given = try overrideFile.map { try InputFile(path: $0).text().trimmed }
    do {
      return try await set(given)
    } catch CareRefusal.planItem(.dose(let item, let faults))
      where faults.allSatisfy(\.isAnsweredByReason) && given == nil && console.mayAsk
    {
      console.warn(CommandError(CareRefusal.planItem(.dose(item, faults))).reasons.joined(separator: "\n"))
      return try await set(try console.explanation(nil, "Your reason for more than is safe:"))
    }
  }
}

extension Dose.Side: ExpressibleByArgument {}
