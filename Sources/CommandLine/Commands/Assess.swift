import ArgumentParser
import Clinical
import Installation

struct Assess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Evaluate a case file, without a database.",
    discussion: "The file: {\"answers\": {...}, \"findings\": {...}, \"trigger_points\": [...]}. Prints JSON.")

  @Argument(help: "The case; - is standard input.")
  var file: String
  @Flag(help: "Say in words why everything came out as it did.")
  var explain = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack = try ShareDirectory.contentPack()
    let person = try InputFile(path: file).caseFile(for: pack)
    guard !explain else { return try explained(pack.assess(person.answers, person.evaluation), pack) }
    try global.console().emit(pack.assess(person.answers, person.evaluation).report.text(indented: true) + "\n")
  }

  private func explained(_ assessment: Assessment, _ pack: ContentPack) throws {
    var explanation = pack.explain(assessment)
    for offer in assessment.plan.offers {
      explanation.lines += pack.explain(offer.item, for: assessment)?.lines ?? []
    }
    try global.console().show(explanation.json, explanation.report)
  }
}
