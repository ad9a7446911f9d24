import Foundation

/// A command of the operating system, run exactly as it is printed.
struct ShellCommand: Sendable {
  let words: [String]
  var environment: [String: String] = [:]
  /// One line for its standard input.
  var input: String?

  /// As it would be typed.
  var text: String {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.quotedForShell)" }
    let command = (settings + words.map(\.quotedForShell)).joined(separator: " ")
    return input.map { "echo \($0.quotedForShell) | \(command)" } ?? command
  }

  /// Its complaints go to standard error; what else it prints is dropped.
  /// - Returns: its exit status.
  func run() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : pipe
    try process.run()
    if let input {
      try pipe.fileHandleForWriting.write(contentsOf: Data((input + "\n").utf8))
      try pipe.fileHandleForWriting.close()
    }
    process.waitUntilExit()
    return process.terminationStatus
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
