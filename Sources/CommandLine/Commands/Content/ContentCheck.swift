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
    let checked: (pack: ContentPack, faults: [ContentPackError.Fault])
    do {
      checked = try content.checkedForRelease()
    } catch let error as ContentPackError {
      throw Self.refusal(error.faults)
    }
    guard checked.faults.isEmpty else { throw Self.refusal(checked.faults) }
    let pack = checked.pack
    try global.console().say(
      [
        "version": .string(pack.version), "questions": .integer(pack.questions.count),
        "findings": .integer(pack.findings.count), "redflags": .integer(pack.redFlags.count),
        "hypotheses": .integer(pack.hypotheses.count), "items": .integer(pack.items.count),
      ],
      "Version \(pack.version) has no faults: \(pack.questions.count) questions, \(pack.findings.count) findings, "
        + "\(pack.redFlags.count) red flags, \(pack.hypotheses.count) hypotheses, \(pack.items.count) home-care items.")
  }

  private static func refusal(_ faults: [ContentPackError.Fault]) -> CommandError {
    CommandError(
      .failed, "the pack has \(faults.count.counted("fault")).", why: faults.map(\.sentence),
      next: ["Correct them; a pack with faults is not loaded."])
  }
}
