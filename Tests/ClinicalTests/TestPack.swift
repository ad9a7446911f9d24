import Clinical
import Foundation
import JSON
import PlanSamples
import Testing

/// Files of this test folder and the pack in the checkout.
enum TestData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let content = folder.appending(path: "../../sql/content").standardizedFileURL

  static func json(_ name: String) throws -> JSON { try SampleCases.json(name) }

  /// The files of the pack, by name.
  static func packFiles() throws -> [String: [UInt8]] {
    let urls = try FileManager.default.contentsOfDirectory(at: content, includingPropertiesForKeys: nil)
    return try Dictionary(
      uniqueKeysWithValues: urls.filter { $0.pathExtension == "json" }.map {
        ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
      })
  }

  static let pack = Result { try ContentPack(files: packFiles()) }
}

/// The baseline answers, which raise no flag.
func baselineAnswers() throws -> Answers {
  try SampleCases.healthy()
}

extension ContentPack {
  func assess(_ json: JSON) throws -> Assessment {
    let file = try CaseFile(decoding: json.bytes, for: self)
    return assess(file.answers, file.evaluation)
  }
}

/// One of the three vignettes.
func person(_ id: String) throws -> JSON {
  let cases = try TestData.json("cases")["cases"]?.array ?? []
  return cases.first { $0["id"]?.string == id } ?? .null
}

extension JSON {
  func setting(_ key: String, to value: JSON) -> JSON {
    let others = (members ?? []).filter { $0.key != key }
    return .object(others + [JSON.Member(key, value)])
  }

  /// The document with one member of the element `id` of a list changed.
  func setting(_ key: String, of id: String, in list: String, to value: JSON) throws -> JSON {
    let elements = try #require(self[list]?.array)
    let place = try #require(elements.firstIndex { $0["id"]?.string == id })
    var changed = elements
    changed[place] = elements[place].setting(key, to: value)
    return setting(list, to: .array(changed))
  }
}
