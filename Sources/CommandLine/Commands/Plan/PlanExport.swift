import ArgumentParser
import Care
import Clinical
import Handout
import JSON
import Records

struct PlanExport: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The plan as issued, byte for byte.",
    discussion: "Example: plumbline plan export 9qd4 --format pdf -o plan.pdf")

  enum Format: String, CaseIterable, ExpressibleByArgument { case pdf, text }

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Option(help: "pdf or text.")
  var format: Format = .pdf
  @Option(help: "Paper of the PDF.")
  var paper: Paper = .a4
  @Flag(help: "Large print, as PDF.")
  var largePrint = false
  @Flag(help: "Text in ASCII, for gateways that break anything else.")
  var ascii = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused]).asIssued()
    let document = try await desk.document(variant, of: plan.id)
    guard console.file != nil || format == .text || !console.output.isTerminal else {
      throw CommandError(.usage, "a PDF does not belong on a terminal.", next: "add -o plan.pdf")
    }
    try console.emit(document: document.bytes, ["id": .string("\(plan.id)"), "variant": .string(variant)])
  }

  private var variant: String {
    switch format {
    case .text: ascii ? "text-ascii" : "text"
    case .pdf: "pdf-\(paper.rawValue)" + (largePrint ? "-large" : "")
    }
  }
}
