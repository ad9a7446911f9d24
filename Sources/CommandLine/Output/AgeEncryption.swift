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
    let pipe = try AgeProcess.pipe()
    let process: AgeProcess
    do {
      process = try AgeProcess(
        ["--encrypt", "--recipients-file", recipients], reading: pipe.reading, writing: output)
    } catch {
      close(pipe.reading)
      close(pipe.writing)
      throw error
    }
    close(pipe.reading)
    do {
      let value = try await write(pipe.writing)
      close(pipe.writing)
      guard process.end() == .done else { throw failed }
      return value
    } catch {
      close(pipe.writing)
      // When age has ended before, that is the reason.
      guard process.end() == .done else { throw failed }
      throw error
    }
  }

  private var failed: CommandError {
    CommandError(
      .failed, "it could not be encrypted, so nothing was made.", why: "What age says stands above.",
      next: "Check that \(recipients) has public keys of age, one a line (age-keygen).")
  }
}
