import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanDiff: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What differs between two plans of a client.",
    discussion: "With one plan: from what the client holds now to this one.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Argument(help: "The plan to compare with.", completion: .plans)
  var with: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console)
    let other = try await other(than: plan, desk, console)
    let pack = try await desk.content(plan.contentVersion)
    let before = other.items.map(\.item)
    let after = plan.items.map(\.item)
    let gone = before.filter { !after.contains($0) }
    let new = after.filter { !before.contains($0) }
    var report = Report()
    report.title(StyledText(plan.clientName, .bold), StyledText("\(other.shortID) → \(plan.shortID)", .cyan))
    for item in gone { report.paragraph(pack.item(item)?.title ?? item.rawValue, .red, marker: StyledText("−", .red)) }
    for item in new {
      report.paragraph(pack.item(item)?.title ?? item.rawValue, .green, marker: StyledText("+", .green))
    }
    if gone.isEmpty, new.isEmpty { report.paragraph("The same items.") }
    try console.show(
      [
        "from": .string("\(other.id)"), "to": .string("\(plan.id)"), "removed": JSON(gone.map(\.rawValue)),
        "added": JSON(new.map(\.rawValue)),
      ], report)
  }

  private func other(than plan: Plan, _ desk: Desk, _ console: Console) async throws -> Plan {
    if let with { return try await desk.findPlan(with, console) }
    return try await Plans(at: desk).heldBesides(plan)
  }
}
