import ArgumentParser
import Foundation
import Interchange

/// How an archive that was encrypted is read.
struct DecryptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Decrypt with age and the secret key in this file.", valueName: "key"),
    completion: .file())
  var identity: String?

  /// Opens a file for an operation that reads it from a descriptor.
  ///
  /// - Throws: `CommandError`, also for what is wrong with the archive.
  func run<Value>(reading path: String, _ read: (Int32) async throws -> Value) async throws -> Value {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file != -1 else {
      throw CommandError(
        .usage, "\(path) cannot be read.", why: "\(String(cString: strerror(errno))).", next: "Check the path.")
    }
    defer { close(file) }
    do {
      if let identity { return try await AgeDecryption(identity: identity, path: path).run(from: file, read) }
      guard !isEncrypted(file) else {
        throw CommandError(.usage, "\(path) is encrypted.", next: "--identity KEY    the file with your secret key")
      }
      return try await read(file)
    } catch let fault as UnreadableArchive {
      throw CommandError(fault, path)
    } catch let refusal as ArrivalRefusal {
      throw CommandError(refusal, path)
    }
  }

  private func isEncrypted(_ file: Int32) -> Bool {
    var beginning = [UInt8](repeating: 0, count: 34)
    let count = max(pread(file, &beginning, beginning.count, 0), 0)
    let text = String(decoding: beginning.prefix(count), as: UTF8.self)
    return text.hasPrefix("age-encryption.org/") || text.hasPrefix("-----BEGIN AGE ENCRYPTED FILE-----")
  }
}

/// What is read comes through age, with a secret key.
private struct AgeDecryption {
  let identity: String
  let path: String

  func run<Value>(from file: Int32, _ read: (Int32) async throws -> Value) async throws -> Value {
    let pipe = try AgeProcess.pipe()
    let process: AgeProcess
    do {
      process = try AgeProcess(["--decrypt", "--identity", identity], reading: file, writing: pipe.writing)
    } catch {
      close(pipe.reading)
      close(pipe.writing)
      throw error
    }
    close(pipe.writing)
    do {
      let value = try await read(pipe.reading)
      close(pipe.reading)
      guard process.end() == .done else { throw failed }
      return value
    } catch {
      close(pipe.reading)
      // When age has failed, that is the reason; when it was cut off, the reader had one.
      if process.end() == .failed { throw failed }
      throw error
    }
  }

  private var failed: CommandError {
    CommandError(
      .failed, "\(path) could not be decrypted, so nothing was taken over.", why: "What age says stands above.",
      next: "Check that \(identity) has the secret key to one of the public keys that it was encrypted to.")
  }
}
