import Foundation
import Synchronization

/// A file for what a person writes, which nobody else can read. Once they have written something, it is kept until the
/// command has saved the text.
final class EditedFile: Sendable {
  private struct Draft {
    let path: String
    /// The command that goes on with it, if there is one.
    let resume: String?
    var isWritten: Bool

    var whereabouts: [String] {
      isWritten ? ["What you wrote is in \(path)."] + (resume.map { ["Go on with:  \($0)"] } ?? []) : []
    }

    /// Prepares what Ctrl-C does: to say where the words are, or to remove a file without any.
    func prepareInterruption() {
      Interruption.say(isWritten ? whereabouts.joined(separator: "\n") : nil, removing: isWritten ? nil : path)
    }
  }

  private let draft = Mutex<Draft?>(nil)

  /// Makes an empty file: in memory where the system has `XDG_RUNTIME_DIR`, because it will hold health data.
  static func make(named name: String, _ environment: [String: String]) throws -> String {
    let folder = environment["XDG_RUNTIME_DIR"] ?? NSTemporaryDirectory()
    let path = URL(fileURLWithPath: folder).appendingPathComponent("plumbline-\(UUID().uuidString)-\(name)").path
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw CommandError(
        .failed, "no file can be made in \(folder).", next: "Check XDG_RUNTIME_DIR, or use --from-json.")
    }
    return path
  }

  static func write(_ text: String, to file: String) throws {
    guard let handle = FileHandle(forWritingAtPath: file) else {
      throw CommandError(.failed, "\(file) cannot be written.", next: "Use --from-json FILE.")
    }
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  /// - Parameter isWritten: whether the person has written something into it before.
  func keep(_ file: String, resume: String? = nil, isWritten: Bool = false) {
    let new = Draft(path: file, resume: resume, isWritten: isWritten)
    draft.withLock { $0 = new }
    new.prepareInterruption()
  }

  /// Says that the person has written something into the file, which must not be lost any more.
  func written() {
    draft.withLock { draft in
      draft?.isWritten = true
      draft?.prepareInterruption()
    }
  }

  func remove() {
    guard let file = draft.withLock({ $0.take() })?.path else { return }
    Interruption.say(nil)
    try? FileManager.default.removeItem(atPath: file)
  }

  /// Leaves the file to the person who wrote it.
  ///
  /// - Returns: sentences that say where it is; none when nothing was written, and then it is removed.
  func leave() -> [String] {
    guard let left = draft.withLock({ $0 }) else { return [] }
    guard left.isWritten else {
      remove()
      return []
    }
    Interruption.say(nil)
    draft.withLock { $0 = nil }
    return left.whereabouts
  }

  /// Returns the error of a command that did not save the file, with where the file is if something was written into it.
  func named(in error: any Error) -> any Error {
    guard let draft = draft.withLock({ $0 }) else { return error }
    guard draft.isWritten else {
      remove()
      return error
    }
    let error = CommandError(error)
    return CommandError(error.status, error.what, why: error.why, next: error.next + draft.whereabouts)
  }
}
