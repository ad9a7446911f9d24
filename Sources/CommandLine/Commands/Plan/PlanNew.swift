import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanNew: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Draft a plan from the accepted intake and the signed evaluation.",
    discussion: """
      The draft is a proposal: add, remove and reorder, then issue it. Fewer items are better. With --from-json it has the \
      items, doses and words of a plan as plan show --json prints it, each item checked for this client.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("A plan as plan show --json prints it; - is standard input.", valueName: "file"))
  var fromJson: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let plans = Plans(at: desk)
    let copy = try fromJson.map { try InputFile(path: $0).plan() }
    let held = try await plans.standing(of: client.id).held
    if let held {
      console.warn("\(client.fullName) holds plan \(held.shortID): issuing another leaves them with two.")
      console.note("plumbline plan revise \(held.shortID)    takes in what is new, and takes its place")
    }
    let reasoning = try await plans.proposal(for: client)
    let items = try copy.map(reasoning.checked) ?? reasoning.draftedItems
    guard !console.dryRun else {
      return try console.wouldDo(
        "draft a plan of \(items.count) items for \(client.label)",
        ["draft": JSON(items.filter { $0.phase == 1 }.map(\.item.rawValue)), "phases": reasoning.phasesJSON(of: items)])
    }
    let plan = if let copy { try await plans.draft(reasoning, as: copy) } else { try await plans.draft(reasoning) }
    var report = plan.report(reasoning)
    report.earlierFindings(reasoning, today: try .today())
    try console.show(reasoning.draftJSON(plan).adding(reasoning.earlierJSON), report)
    for alert in reasoning.assessment.plan.usesAlerts { console.warn(reasoning.alertSentence(alert)) }
    console.next("plumbline plan issue \(plan.shortID)", "once it is right")
  }
}

extension Reasoning {
  /// Returns the plan with every item that was considered, and which of them the draft proposes.
  func draftJSON(_ plan: Plan) -> JSON {
    let draft = Set(plan.items.filter { $0.phase == 1 }.map(\.item))
    return plan.header(self).adding([
      "phases": phasesJSON(of: plan.items),
      "items": .array(assessment.plan.offers.map { json($0, inPlan: draft.contains($0.item)) }),
      "draft": JSON(draft.sorted().map(\.rawValue)),
      "uses_alerts": .array(assessment.plan.usesAlerts.map { json($0, inPlan: draft.contains($0.item)) }),
    ])
  }

  func alertSentence(_ alert: PlanDraft.Offer) -> String {
    let title = pack.item(alert.item)?.title ?? alert.item.rawValue
    let verdict = alert.effect == .block ? "is contraindicated" : "needs a clinician's agreement first"
    let said = alert.reasons.map { words(for: $0, of: alert.item).withoutFullStop }.unique
    return "“\(title)”, which the client says they have or use at home, \(verdict): "
      + said.joined(separator: "; ") + "."
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
