import Foundation

/// A shell command in the foreground of the terminal, such as an editor or a pager.
///
/// Foundation's `Process` starts a program in a process group of its own, where one that reads the terminal is stopped.
/// swift-subprocess does not, but it is asynchronous only: for the pager alone, all output would have to be awaited.
struct ForegroundCommand {
  let command: String
  /// The values of `$0`, `$1` and so on.
  var arguments: [String] = []
  let environment: [String: String]

  /// Runs the command to its end.
  ///
  /// - Parameter input: its standard input, through a pipe; what it does not read is dropped.
  /// - Returns: its exit status; 128 plus the number of the signal when one has ended it.
  /// - Throws: `POSIXError` when it cannot be started.
  func run(reading input: [UInt8]? = nil) throws -> Int32 {
    // While it runs, Ctrl-C is for it alone. An empty handler is not inherited, as ignoring the signal would be.
    let interrupted = signal(SIGINT) { _ in }
    defer { signal(SIGINT, interrupted) }
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

  /// Makes a pipe whose ends the program does not inherit: with the writing end open it would never see the end of its input.
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
