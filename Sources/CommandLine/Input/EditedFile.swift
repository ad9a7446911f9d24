import Foundation
import Synchronization

/// What a person wrote in their editor, kept until the command has saved it.
final class EditedFile: Sendable {
  private let path = Mutex<String?>(nil)

  func keep(_ file: String) { path.withLock { $0 = file } }

  func remove() {
    guard let file = path.withLock({ $0.take() }) else { return }
    try? FileManager.default.removeItem(atPath: file)
  }

  /// The error of a command that did not save it, saying where it is.
  func named(in error: any Error) -> any Error {
    guard let file = path.withLock({ $0 }) else { return error }
    let error = CommandError(error)
    return CommandError(error.status, error.what, why: error.why, next: error.next + ["What you wrote is in \(file)."])
  }
}
