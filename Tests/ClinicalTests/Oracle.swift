import Clinical
import Foundation

/// The specification as a program (`Oracle/reference_eval.py`), run once for many cases.
enum Oracle {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The assessment of each case, as the line of JSON that the oracle prints.
  static func assess(_ cases: [JSON]) throws -> [String] {
    let files = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let input = files.appending(path: "cases")
    let output = files.appending(path: "assessments")
    try Data(cases.map { $0.bytes + [0x0A] }.joined()).write(to: input)
    try Data().write(to: output)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", TestData.folder.appending(path: "Oracle/assess_lines.py").path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PLUMBLINE_CONTENT": TestData.content.path], uniquingKeysWith: { $1 })
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let lines = String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(String.init)
    guard process.terminationStatus == 0, lines.count == cases.count else {
      throw Failure(description: "python3 \(process.arguments ?? []) ended with \(process.terminationStatus)")
    }
    return lines
  }
}
