import ArgumentParser
import Clinical
import Foundation
import Records

struct ContentCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a content pack, and name every fault.",
    discussion: "A pack that fails is never loaded.")

  @Argument(help: "A folder with the JSON files of a pack; by default the newest one of this program.")
  var folder: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack: ContentPack
    do {
      pack = try folder.map { try ContentPack(files: Self.files(in: $0)) } ?? ShareDirectory.contentPack()
    } catch let error as ContentPackError {
      throw CommandError(
        .failed, "the pack has \(error.faults.count) fault\(error.faults.count == 1 ? "" : "s").",
        why: error.faults.map { "\($0.file) \($0.id): \($0.message)" },
        next: ["Mend them; a pack with faults is not loaded."])
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

  private static func files(in folder: String) throws -> [String: [UInt8]] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandError(
        .usage, "\(folder) is not a folder that can be read.", next: "plumbline content check sql/content/1.0.0")
    }
    let documents = names.filter { $0.hasSuffix(".json") }
    return try Dictionary(
      uniqueKeysWithValues: documents.map { name in
        (String(name.dropLast(".json".count)), try InputFile(path: "\(folder)/\(name)").bytes())
      })
  }
}
