import Clinical
import Foundation
import JSON

/// The people in the data of the tests, each as a case file.
package enum SampleCases {
  package static let folder = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data").standardized

  package static func json(_ name: String) throws -> JSON {
    try JSON(parsing: Array(Data(contentsOf: folder.appending(path: "\(name).json"))))
  }

  /// The answers of a person without complaints, which raise nothing.
  package static func healthy() throws -> Answers {
    try Answers(json("probes")["baseline"] ?? [:])
  }

  /// Descriptions of clients with what a good clinician would do. Some files hold several.
  package static func vignettes() throws -> [JSON] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Vignettes").path)
    return try names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name in
      let file = try json("Vignettes/\(name.dropLast(5))")
      return file["vignettes"]?.array ?? [file]
    }
  }
}

extension JSON {
  /// A vignette or probe as a case file: with the answers it has, or with what it sets and unsets of others.
  package func caseFile(changing answers: Answers) -> JSON {
    let changed = self["set"]?.members ?? []
    let gone = Set(changed.map(\.key) + (self["unset"]?.strings ?? []))
    let rest = (answers.json.members ?? []).filter { !gone.contains($0.key) }
    return [
      "id": self["id"] ?? .null, "answers": self["answers"] ?? .object(rest + changed),
      "findings": self["findings"] ?? .null, "trigger_points": self["trigger_points"] ?? .null,
    ]
  }
}
