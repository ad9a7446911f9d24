import Foundation

/// `PLUMBLINE_PAGER`, else `PAGER`, else `less`; `LESS=FIRX` unless the person has set their own.
struct Pager {
  let environment: [String: String]

  func show(_ bytes: [UInt8], else terminal: Terminal) throws {
    let command = environment["PLUMBLINE_PAGER"] ?? environment["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return terminal.write(bytes) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = environment.merging(["LESS": "FIRX"]) { own, _ in own }
    process.standardInput = pipe
    signal(SIGPIPE, SIG_IGN)
    guard (try? process.run()) != nil else { return terminal.write(bytes) }
    // A pager that is left early closes the pipe: what is left over is not wanted.
    try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    if process.terminationStatus == 127 { terminal.write(bytes) }
  }
}
