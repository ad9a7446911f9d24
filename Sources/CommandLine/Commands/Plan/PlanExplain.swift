import ArgumentParser
import Clinical
import Records

struct PlanExplain: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why: which answers and findings led to an item, what limits it, what would change that.",
    discussion: "For any item of the library, in the plan or not; without one, for the whole plan.")

  @Argument(help: "A plan or a client.", completion: .clients)
  var plan: String
  @Argument(help: "Home-care item, such as hc.chin_tuck.", completion: .items)
  var item: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let reasoning = try await reasoning(at: desk, console)
    guard let item else {
      let explanation = reasoning.pack.explain(reasoning.assessment)
      return try console.show(explanation.json, explanation.sheet)
    }
    guard let explanation = reasoning.pack.explain(HomeCareItem.ID(rawValue: item), for: reasoning.assessment) else {
      throw reasoning.unknown(HomeCareItem.ID(rawValue: item))
    }
    try console.show(explanation.json, explanation.sheet)
  }

  /// Also for a client who has no plan yet.
  private func reasoning(at desk: Desk, _ console: Console) async throws -> Reasoning {
    do {
      return try await Reasoning.current(for: try await desk.plan(plan), at: desk)
    } catch Refusal.notFound {
      return try await Reasoning.current(for: try await desk.find(plan, console), at: desk)
    }
  }
}

extension Explanation {
  var json: JSON {
    .array(
      lines.map { ["role": .string($0.role.rawValue), "depth": .integer($0.depth), "text": .string($0.text)] })
  }

  var sheet: Sheet {
    var sheet = Sheet()
    for line in lines { sheet.paragraph(line.text, line.role.ink, marker: line.role.sign, indent: 2 * line.depth) }
    return sheet
  }
}

extension Explanation.Line.Role {
  fileprivate var ink: Ink {
    switch self {
    case .verdict: .bold
    case .because, .change: .plain
    case .limit: .yellow
    case .fact: .dim
    }
  }

  fileprivate var sign: Inked {
    switch self {
    case .verdict: ""
    case .because: Inked("+", .green)
    case .limit: Inked("!", .yellow)
    case .fact: Inked("·", .dim)
    case .change: Inked("→", .cyan)
    }
  }
}
