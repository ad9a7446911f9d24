import Foundation

/// A command of the shell in the foreground of the terminal.
///
/// Foundation's `Process` starts a program in a process group of its own, and one that reads the terminal there, as
/// editors and pagers do, is stopped for ever.
struct ForegroundCommand {
  let command: String
  /// `$0`, `$1` and so on.
  var arguments: [String] = []
  let environment: [String: String]

  /// Runs it to its end.
  ///
  /// - Parameter input: given through a pipe as its standard input; what it does not want is dropped.
  /// - Returns: its exit status; 128 and the signal's number when a signal ended it.
  /// - Throws: `POSIXError` when it cannot be started.
  func run(reading input: [UInt8]? = nil) throws -> Int32 {
    // Ctrl-C is its own while it runs. Were it ignored here, the program would inherit that.
    let interrupted = signal(SIGINT) { _ in }
    let broken = signal(SIGPIPE) { _ in }
    defer {
      signal(SIGINT, interrupted)
      signal(SIGPIPE, broken)
    }
    let pipe = try input.map { _ in try Self.pipe() }
    let process = try start(reading: pipe?.fileHandleForReading.fileDescriptor)
    try pipe?.fileHandleForReading.close()
    if let pipe, let input {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(input))
      try? pipe.fileHandleForWriting.close()
    }
    return Self.end(of: process)
  }

  private func start(reading descriptor: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO) }
    var words = (["/bin/sh", "-c", command] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/bin/sh", &actions, nil, &words, &settings)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
    return process
  }

  /// A program that held the end it does not read would wait for itself.
  private static func pipe() throws -> Pipe {
    let pipe = Pipe()
    for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
      guard fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw POSIXError(.EBADF) }
    }
    return pipe
  }

  private static func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
