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
    guard let command else { return try terminal.write(bytes) }
    let pager = ForegroundCommand(
      command: command, environment: environment.merging(["LESS": "FIRX"]) { own, _ in own })
    // The shell's exit status for a program that it cannot run, or cannot find.
    if try [126, 127].contains(pager.run(reading: bytes)) { try terminal.write(bytes) }
  }
}
