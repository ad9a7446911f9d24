import ArgumentParser
import Clinical
import Handout
import Installation
import Records

struct FormPrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "The form on paper, to fill in by hand; same questions, same numbers.",
    discussion: "Example: plumbline form print -o form.pdf")

  @OptionGroup var printing: PrintOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let document = Handout(
      formOf: try ShareDirectory.contentPack(), practiceName: try await desk.whoAmI().practiceName)
    try printing.print(document, console)
  }
}
