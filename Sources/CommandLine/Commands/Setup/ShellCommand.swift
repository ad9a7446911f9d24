import Foundation

/// A command of the operating system, run exactly as it is printed.
struct ShellCommand: Sendable {
  let words: [String]
  var environment: [String: String] = [:]
  var output = Output.dropped

  /// What becomes of what the command writes.
  enum Output: String {
    /// Errors are shown, the rest is dropped.
    case dropped = ">/dev/null"
    /// It is for the person, who gets it as a remark.
    case shown = ">&2"
    /// Only the exit status counts.
    case silenced = ">/dev/null 2>&1"
  }

  /// The command as it would be typed.
  var text: String {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.quotedForShell)" }
    return (settings + words.map(\.quotedForShell)).joined(separator: " ")
  }

  /// Runs the command.
  ///
  /// - Returns: its exit status, or 130 after Ctrl-C, whichever status the command itself ends with then.
  func run() throws -> Int32 {
    try ForegroundCommand(
      command: "trap 'exit 130' INT; \"$0\" \"$@\" \(output.rawValue)", arguments: words,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }
    ).run(reading: [])
  }
}
