import Foundation

/// A command of the operating system, run exactly as it is printed.
struct ShellCommand: Sendable {
  let words: [String]
  var environment: [String: String] = [:]

  /// The command as it would be typed.
  var text: String {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.quotedForShell)" }
    return (settings + words.map(\.quotedForShell)).joined(separator: " ")
  }

  /// Runs the command. What it writes to standard error is shown, and its standard output is dropped.
  ///
  /// - Returns: its exit status, or 130 after Ctrl-C, whichever status the command itself ends with then.
  func run() throws -> Int32 {
    try ForegroundCommand(
      command: "trap 'exit 130' INT; \"$0\" \"$@\" >/dev/null", arguments: words,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }
    ).run(reading: [])
  }
}

extension String {
  /// The text as one word of a shell command.
  var quotedForShell: String {
    let plain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./:=@+,".utf8.contains(byte)
      }
    }
    return plain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
