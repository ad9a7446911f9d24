import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanExplain: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why: which answers and findings led to an item, what limits it, what would change that.",
    discussion: """
      With a plan, each of its items with its reasons in short; with an item too, the whole chain behind it. Any item of \
      the library can be asked about, in the plan or not. For a client without a plan, what would be drafted.
      Example: plumbline plan explain 9qd4 1
      """)

  @Argument(help: "A plan or a client.", completion: .clients)
  var plan: String
  @Argument(help: .planItem, completion: .items)
  var item: String?
  @Flag(help: "The flags, patterns and causes behind the whole plan.")
  var causes = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let (name, reasoning, items) = try await subject(at: desk, console)
    if causes { return try show(reasoning.pack.explain(reasoning.assessment), console) }
    if let item {
      let id = try items.named(item, in: name)
      guard let explanation = reasoning.pack.explain(id, for: reasoning.assessment) else { throw reasoning.unknown(id) }
      return try show(explanation, console)
    }
    try show(reasoning.pack.outline(items, for: reasoning.assessment), console)
    if !items.isEmpty { console.next("plumbline plan explain \(name) 1", "the whole chain behind an item") }
  }

  private func show(_ explanation: Explanation, _ console: Console) throws {
    try console.show(explanation.json, explanation.report)
  }

  /// Returns a plan, the newest plan of a client, or what would be drafted for the client today; each with its short id.
  private func subject(at desk: Desk, _ console: Console) async throws -> (String, Reasoning, [HomeCareItem.ID]) {
    do {
      let plan = try await desk.plan(plan)
      return (plan.shortID, try await console.reasoning(of: plan, at: desk), plan.items.map(\.item))
    } catch Refusal.notFound {
      let client = try await desk.find(plan, console)
      let plans = try await desk.plans(of: client.id)
      if let plan = plans.newest(preferring: { $0.state == .draft }) {
        return (plan.shortID, try await console.reasoning(of: plan, at: desk), plan.items.map(\.item))
      }
      let reasoning = try await Reasoning.current(for: client.id, at: desk)
      return (client.shortID, reasoning, reasoning.draftedItems.map(\.item))
    }
  }
}

extension Explanation {
  var json: JSON {
    .array(
      lines.map { ["role": .string($0.role.rawValue), "depth": .integer($0.depth), "text": .string($0.text)] })
  }

  var report: Report {
    var report = Report()
    for line in lines { report.paragraph(line.text, line.role.style, marker: line.role.sign, indent: 2 * line.depth) }
    return report
  }
}

extension Explanation.Line.Role {
  fileprivate var style: StyledText.Style {
    switch self {
    case .verdict: .bold
    case .because, .change: .plain
    case .limit: .yellow
    case .fact: .dim
    }
  }

  fileprivate var sign: StyledText {
    switch self {
    case .verdict: ""
    case .because: StyledText("+", .green)
    case .limit: StyledText("!", .yellow)
    case .fact: StyledText("·", .dim)
    case .change: StyledText("→", .cyan)
    }
  }
}
