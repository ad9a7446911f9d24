import Foundation
import Synchronization

/// A file with what a person wrote, which nobody else can read. It is kept until the command has saved the text.
final class EditedFile: Sendable {
  private struct Draft {
    let path: String
    /// The command that goes on with it, if there is one.
    let resume: String?

    var whereabouts: [String] {
      ["What you wrote is in \(path)."] + (resume.map { ["Go on with:  \($0)"] } ?? [])
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

  func keep(_ file: String, resume: String? = nil) {
    let new = Draft(path: file, resume: resume)
    draft.withLock { $0 = new }
    Interruption.say(new.whereabouts.joined(separator: "\n"))
  }

  func remove() {
    guard let file = draft.withLock({ $0.take() })?.path else { return }
    Interruption.say(nil)
    try? FileManager.default.removeItem(atPath: file)
  }

  /// Leaves the file to the person who wrote it.
  ///
  /// - Returns: sentences that say where it is.
  func leave() -> [String] {
    Interruption.say(nil)
    return draft.withLock { $0.take() }?.whereabouts ?? []
  }

  /// Returns the error of a command that did not save the file, with where the file is.
  func named(in error: any Error) -> any Error {
    guard let draft = draft.withLock({ $0 }) else { return error }
    let error = CommandError(error)
    return CommandError(error.status, error.what, why: error.why, next: error.next + draft.whereabouts)
  }
}
