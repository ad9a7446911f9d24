import Clinical
import Foundation
import JSON

/// The specification as a program (`Oracle/reference_eval.py`), run once for many cases.
enum Oracle {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The assessment of each case, as the line of JSON that the oracle prints.
  static func assess(_ cases: [JSON]) throws -> [String] {
    let lines = try run("assess_lines.py", input: Data(cases.map { $0.bytes + [0x0A] }.joined()))
      .split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == cases.count else {
      throw Failure(description: "\(lines.count) lines for \(cases.count) cases")
    }
    return lines
  }

  /// The result of each photo formula for its worked example.
  static func formulas() throws -> JSON {
    try JSON(parsing: Array(run("formulas.py", input: Data())))
  }

  private static func run(_ script: String, input: Data) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try input.write(to: inputFile)
    try Data().write(to: outputFile)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", TestData.folder.appending(path: "Oracle/\(script)").path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PLUMBLINE_CONTENT": TestData.content.path], uniquingKeysWith: { $1 })
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(script) ended with \(process.terminationStatus)")
    }
    return try Data(contentsOf: outputFile)
  }
}
