import ArgumentParser
import Care
import Records

struct VisitPrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "A visit on paper, with what was added to it.",
    discussion: "Example: plumbline visit print k7f3 -o visit.pdf")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @OptionGroup var printing: PrintOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console)
    try printing.print(try await RecordHandouts(at: desk).visit(visit), console)
  }
}
