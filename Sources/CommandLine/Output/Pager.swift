/// `PLUMBLINE_PAGER`, else `PAGER`, else `less`; `LESS=FIRX` unless the person has set their own.
struct Pager {
  let environment: [String: String]

  func show(_ bytes: [UInt8], else terminal: Terminal) throws {
    let command = environment["PLUMBLINE_PAGER"] ?? environment["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return terminal.write(bytes) }
    let pager = ForegroundCommand(
      command: command, environment: environment.merging(["LESS": "FIRX"]) { own, _ in own })
    // The shell's word for a program that is not there.
    if try pager.run(reading: bytes) == 127 { terminal.write(bytes) }
  }
}
