import ArgumentParser
import Clinical
import Records

struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Evaluate a case file, without a database.",
    discussion: "The file: {\"answers\": {...}, \"findings\": {...}, \"trigger_points\": [...]}. Prints JSON.")

  @Argument(help: "The case; - is standard input.")
  var file: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack = try ShareDirectory.contentPack()
    let person = try InputFile(path: file).caseFile(for: pack)
    try global.console().emit(pack.assess(person.answers, person.evaluation).report.text(indented: true) + "\n")
  }
}
