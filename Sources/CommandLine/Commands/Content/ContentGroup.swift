import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ContentGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content", abstract: "The clinical content: questions, findings, rules, home care.",
    subcommands: [ContentItems.self, ContentCheck.self, ContentCoverageCommand.self, ContentReview.self])
}

struct ContentReview: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Name who looked through the clinical content; for the owner.",
    discussion: "Until then every plan says that nobody has.")

  @Option(help: ArgumentHelp("The clinician's name; empty is nobody.", valueName: "name"))
  var by: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    var required = RequiredOptions()
    required.require(by, "--by NAME")
    try required.check("content review")
    let name = (by ?? "").trimmed
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.setContentReviewed(by: name.isEmpty ? nil : name)
    }
    guard !console.dryRun else { return try console.wouldDo("name \(name) as the reviewer of the content") }
    let practice = try await desk.practice()
    try console.say(
      ["by": JSON(practice.contentReviewedBy), "at": JSON(practice.contentReviewedAt)],
      name.isEmpty ? "The content counts as not reviewed." : "The content counts as reviewed by \(name).")
  }
}
