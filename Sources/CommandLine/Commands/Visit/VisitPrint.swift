import ArgumentParser
import Care
import Clinical
import Handout
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
    let source = VisitSource(
      practiceName: try await desk.whoAmI().practiceName, clientName: visit.clientName,
      birthDate: try await desk.client("\(visit.client)").birthDate, therapistName: visit.author, visit: visit.draft,
      signed: try visit.signedBy.flatMap { name in
        try visit.signedAt.map { (by: name, on: try CalendarDate.local($0)) }
      },
      amendments: try visit.amendments.map {
        .init(words: $0.words, author: $0.author, day: try .local($0.amendedAt))
      })
    try printing.print(Handout(source), console)
  }
}
