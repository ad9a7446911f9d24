import Foundation

/// The whole form as a healthy adult fills it, which raises nothing (`ClinicalTests/Data/probes.json`).
package enum Probes {
  /// Returns the answers by question, with some of them changed.
  package static func baseline(changing changes: [String: Any] = [:]) throws -> [String: Any] {
    let file = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/probes.json").standardized
    let probes = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    guard let baseline = probes?["baseline"] as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
    return baseline.merging(changes) { $1 }
  }

  /// Returns them as the JSON that `intake start` takes.
  package static func text(changing changes: [String: Any] = [:]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: baseline(changing: changes)), as: UTF8.self)
  }
}
