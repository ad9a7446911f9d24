import Clinical
import Foundation

@testable import IntakePages

extension FieldValues {
  /// A whole form: the answers of the demo, as of today, with a submission key of its own.
  static func demo() throws -> FieldValues {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../deploy/demo/answers.txt")
    let today = CalendarDate(Date())
    var form = FieldValues()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("=") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      guard !parts[1].hasPrefix("@") || parts[1] == "@TODAY" else { continue }
      form[parts[0]] += [parts[1].replacing("@TODAY", with: today.iso)]
    }
    form["submission"] = [UUID().uuidString.lowercased()]
    return form
  }

  /// The fields as a browser posts them.
  var urlEncoded: String {
    values.flatMap { name, values in
      values.map { "\(name)=\($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
    }.joined(separator: "&")
  }
}
