import ArgumentParser
import Clinical
import JSON

struct ContentCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a content pack, and name every fault.",
    discussion: "A pack that fails is never loaded.")

  @OptionGroup var content: ContentFolder
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack: ContentPack
    do {
      pack = try content.pack()
    } catch let error as ContentPackError {
      throw CommandError(
        .failed, "the pack has \(error.faults.count.counted("fault")).",
        why: error.faults.map(\.sentence), next: ["Correct them; a pack with faults is not loaded."])
    }
    try global.console().say(
      [
        "version": .string(pack.version), "questions": .integer(pack.questions.count),
        "findings": .integer(pack.findings.count), "redflags": .integer(pack.redFlags.count),
        "hypotheses": .integer(pack.hypotheses.count), "items": .integer(pack.items.count),
      ],
      "Version \(pack.version) has no faults: \(pack.questions.count) questions, \(pack.findings.count) findings, "
        + "\(pack.redFlags.count) red flags, \(pack.hypotheses.count) hypotheses, \(pack.items.count) home-care items.")
  }
}
