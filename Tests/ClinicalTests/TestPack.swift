import Clinical
import Foundation
import JSON

/// Files of this test folder and the pack in the checkout.
enum TestData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let content = folder.appending(path: "../../sql/content").standardizedFileURL

  static func json(_ name: String) throws -> JSON {
    try JSON(parsing: Array(Data(contentsOf: folder.appending(path: "Data/\(name).json"))))
  }

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

/// Answers that raise nothing, to start from.
func baselineAnswers() throws -> Answers {
  try Answers(TestData.json("probes")["baseline"] ?? [:])
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
