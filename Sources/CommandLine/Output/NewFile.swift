import Foundation

/// A file that is written piece by piece, and is there only when it is whole: beside its place until then, for its owner
/// alone. It never replaces another.
struct NewFile {
  let path: String

  /// Makes the file.
  ///
  /// - Parameter write: writes what it holds to a descriptor.
  /// - Throws: `CommandError` when there is a file of that name, or it cannot be written.
  func make<Value>(_ write: (Int32) async throws -> Value) async throws -> Value {
    guard access(path, F_OK) != 0 else { throw isThere }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let unfinished = "\(folder).plumbline-\(UUID().uuidString)"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor != -1 else { throw failed(WriteFailure(code: errno)) }
    defer { unlink(unfinished) }
    do {
      let value = try await write(descriptor)
      try WriteFailure.check(fsync(descriptor))
      try CheckedWriting.close(descriptor)
      guard link(unfinished, path) == 0 else {
        throw errno == EEXIST ? isThere : failed(WriteFailure(code: errno))
      }
      return value
    } catch let failure as WriteFailure {
      close(descriptor)
      throw failed(failure)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private var isThere: CommandError {
    CommandError(.changed, "\(path) is there already.", why: "It was left as it is.", next: "Choose another name.")
  }

  private func failed(_ failure: WriteFailure) -> CommandError {
    CommandError(.failed, "\(path) could not be written.", why: failure.reason, next: "Choose another place.")
  }
}
