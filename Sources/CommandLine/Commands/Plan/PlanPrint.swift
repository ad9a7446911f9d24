import ArgumentParser
import Care
import Handout
import Records

struct PlanPrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "A plan on paper: as issued, or as it will be while it is a draft.",
    discussion: "Example: plumbline plan print 9qd4 -o plan.pdf")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var printing: PrintOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    guard plan.issuedAt != nil else {
      let reasoning = try await console.reasoning(of: plan, at: desk)
      return try printing.print(try await Plans(at: desk).preview(plan, reasoning), console)
    }
    let paper = "pdf-\(printing.paper.rawValue)" + (printing.largePrint ? "-large" : "")
    try console.emit(
      document: try await desk.document(printing.isText(console) ? "text" : paper, of: plan.id).bytes)
  }
}
