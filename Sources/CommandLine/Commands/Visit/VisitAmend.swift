import ArgumentParser
import Care
import Records

struct VisitAmend: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Add to a signed visit; what was signed stays as it is.",
    discussion: "What you add is kept below the visit, with your name and the time.")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @Option(help: ArgumentHelp("What is to be added; - is standard input.", valueName: "file"))
  var wordsFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk { required.require(wordsFile, "--words-file FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console)
    let words = try console.longText(
      wordsFile, option: "--words-file FILE", command: "visit amend",
      about: "Added to visit \(visit.shortID) of \(visit.clientName)")
    let amended = try await Visits(at: desk).amend(visit, words, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("amend visit \(visit.shortID)") }
    try console.say(amended.json, "Visit \(amended.shortID) amended.")
  }
}
