import Foundation

/// A command of the operating system, run exactly as it is printed.
struct ShellCommand: Sendable {
  let words: [String]
  var environment: [String: String] = [:]

  /// As it would be typed.
  var text: String {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.quotedForShell)" }
    return (settings + words.map(\.quotedForShell)).joined(separator: " ")
  }

  /// Its complaints go to standard error; what else it prints is dropped.
  /// - Returns: its exit status; 130 when Ctrl-C ended it, whatever it makes of that itself.
  func run() throws -> Int32 {
    try ForegroundCommand(
      command: "trap 'exit 130' INT; \"$0\" \"$@\" >/dev/null", arguments: words,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }
    ).run(reading: [])
  }
}

extension String {
  /// One word for a shell.
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
