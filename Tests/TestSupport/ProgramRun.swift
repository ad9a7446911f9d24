import Foundation

/// A program that ran to its end.
package struct ProgramRun: Sendable {
  package let status: Int32
  package let output: [UInt8]
  package let errorOutput: [UInt8]

  /// Standard output as text; bytes that are not UTF-8 are replaced.
  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errorOutput, as: UTF8.self) }

  /// Runs a program with `environment` added to this process's own.
  ///
  /// Its streams are files, because a pipe that nobody reads would block it.
  package static func of(
    _ program: URL, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile, errorFile) = (
      folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
    )
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let streams = [
      try FileHandle(forReadingFrom: inputFile), try FileHandle(forWritingTo: outputFile),
      try FileHandle(forWritingTo: errorFile),
    ]
    // Foundation never releases a process and its streams, and fails at a thousand open files.
    defer { for stream in streams { try? stream.close() } }
    (process.standardInput, process.standardOutput, process.standardError) = (streams[0], streams[1], streams[2])
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return ProgramRun(
      status: process.terminationStatus, output: Array(try Data(contentsOf: outputFile)),
      errorOutput: Array(try Data(contentsOf: errorFile)))
  }
}
