import ArgumentParser
import Foundation

/// Where what leaves the practice is encrypted to.
struct EncryptionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Encrypt with age to the public keys in this file.", valueName: "recipients"))
  var encryptTo: String?

  /// Writes to a descriptor, encrypted where that was asked for. Nothing is on the disk in clear text then.
  func run<Value>(into output: Int32, _ write: (Int32) async throws -> Value) async throws -> Value {
    guard let encryptTo else { return try await write(output) }
    return try await AgeEncryption(recipients: encryptTo).run(into: output, write)
  }
}

/// What is written goes through age, to everyone whose public key is in a file.
private struct AgeEncryption {
  let recipients: String

  func run<Value>(into output: Int32, _ write: (Int32) async throws -> Value) async throws -> Value {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failed("no pipe") }
    // age must not inherit the writing end: it would never see the end of what it encrypts.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process: pid_t
    do {
      process = try start(reading: ends[0], output)
    } catch {
      ends.forEach { close($0) }
      throw error
    }
    close(ends[0])
    do {
      let value = try await write(ends[1])
      close(ends[1])
      try expectEnd(of: process)
      return value
    } catch {
      close(ends[1])
      // When age has ended before, that is the reason.
      try expectEnd(of: process)
      throw error
    }
  }

  private func start(reading input: Int32, _ output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    let command: [String] = ["age", "--encrypt", "--recipients-file", recipients]
    var words = command.map { strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "age", &actions, nil, &words, &settings) == 0 else {
      throw CommandError(.failed, "age is not installed.", why: "It is what encrypts.", next: "sudo apt install age")
    }
    return process
  }

  private func expectEnd(of process: pid_t) throws {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw failed("What age says stands above.") }
  }

  private func failed(_ why: String) -> CommandError {
    CommandError(
      .failed, "it could not be encrypted, so nothing was made.", why: why,
      next: "Check that \(recipients) has public keys of age, one a line (age-keygen).")
  }
}
