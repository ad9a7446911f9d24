import Foundation

/// The program age, which encrypts and decrypts, with pipes to it.
struct AgeProcess {
  enum End {
    case done
    /// It says itself why.
    case failed
    /// Nobody reads any more what it writes.
    case cutOff
  }

  private let process: pid_t

  init(_ arguments: [String], reading input: Int32, writing output: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words = (["age"] + arguments).map { strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "age", &actions, nil, &words, &settings) == 0 else {
      throw CommandError(
        .failed, "age is not installed.", why: "It is what encrypts and decrypts.", next: "sudo apt install age")
    }
    self.process = process
  }

  /// age must not inherit the end that is written to: it would never see the end of what it reads.
  static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { throw CommandError(.failed, "there is no pipe.", next: "Try again.") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func end() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? .done : status & 0x7F == 0 ? .failed : .cutOff
  }
}
