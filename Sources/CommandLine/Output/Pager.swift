/// The person's pager, which gets `LESS=FIRX` unless they have set their own.
struct Pager {
  private let command: String?
  private let environment: [String: String]

  init(_ settings: CommandLineSettings) {
    command = settings.pager
    environment = settings.environment
  }

  /// Shows the output in the pager, or writes it to the terminal when there is none.
  func show(_ bytes: [UInt8], else terminal: Terminal) throws {
    guard let command else { return terminal.write(bytes) }
    let pager = ForegroundCommand(
      command: command, environment: environment.merging(["LESS": "FIRX"]) { own, _ in own })
    // The shell's exit status for a program that it cannot find.
    if try pager.run(reading: bytes) == 127 { terminal.write(bytes) }
  }
}
