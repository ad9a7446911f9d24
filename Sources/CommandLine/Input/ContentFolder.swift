import ArgumentParser
import Clinical
import Foundation
import Installation
import Records

/// The content that a command reads: a folder with the JSON files of a pack, or the content of this program.
struct ContentFolder: ParsableArguments {
  @Argument(help: "A folder with the JSON files of a pack; by default the content of this program.")
  var folder: String?

  /// - Throws: `ContentPackError` with every fault.
  func pack() throws -> ContentPack {
    try folder.map { try ContentPack(files: Self.files(in: $0)) } ?? ShareDirectory.contentPack()
  }

  /// Returns the pack with what a new release of it must not have.
  ///
  /// - Throws: `ContentPackError` with all that is wrong with it.
  func checkedForRelease() throws -> (pack: ContentPack, faults: [ContentPackError.Fault]) {
    let files = try folder.map(Self.files) ?? ShareDirectory.contentFiles()
    let pack = try ContentPack(files: files)
    return (pack, pack.releaseFaults(files))
  }

  private static func files(in folder: String) throws -> [String: [UInt8]] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandError(
        .usage, "\(folder) is not a folder that can be read.", next: "plumbline content check sql/content")
    }
    let documents = names.filter { $0.hasSuffix(".json") }
    return try Dictionary(
      uniqueKeysWithValues: documents.map { name in
        (String(name.dropLast(".json".count)), try InputFile(path: "\(folder)/\(name)").bytes())
      })
  }
}

extension ContentPackError.Fault {
  var sentence: String { "\(file) \(id): \(message)" }
}
