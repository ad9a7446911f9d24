import Foundation
import Synchronization

/// A file for what a person writes, which nobody else can read. Once they have written something, it is kept until the
/// command has saved the text.
final class EditedFile: Sendable {
  /// What a person has put into the file.
  enum Content {
    case nothing, words
    /// The file is in their hands, and nobody has looked into it since.
    case perhapsWords
  }

  private struct Draft {
    let path: String
    /// The command that goes on with it, if there is one.
    let resume: String?
    var content: Content

    var whereabouts: [String] {
      switch content {
      case .nothing: []
      case .perhapsWords: ["What you wrote, if anything, is in \(path)."]
      case .words: ["What you wrote is in \(path)."] + (resume.map { ["Go on with:  \($0)"] } ?? [])
      }
    }

    /// Prepares what Ctrl-C does: to say where the words are, or to remove a file without any.
    func prepareInterruption() {
      guard content == .nothing else { return Interruption.say(whereabouts.joined(separator: "\n")) }
      Interruption.say(nil, removing: path)
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

  /// Puts a text in the place of the file's, whole or not at all: whoever interrupts this keeps what was there.
  static func write(_ text: String, to file: String) throws {
    let new = "\(file)~"
    let refusal = CommandError(.failed, "\(file) cannot be written.", next: "Use --from-json FILE.")
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw refusal }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
    guard rename(new, file) == 0 else { throw refusal }
  }

  /// - Parameter isWritten: whether the person has written something into it before.
  func keep(_ file: String, resume: String? = nil, isWritten: Bool = false) {
    let new = Draft(path: file, resume: resume, content: isWritten ? .words : .nothing)
    draft.withLock { $0 = new }
    new.prepareInterruption()
  }

  /// Says what is in the file, before a person writes into it rather than after. Words are never lost any more.
  func holds(_ content: Content) {
    draft.withLock { draft in
      guard draft?.content != .words else { return }
      draft?.content = content
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
    guard left.content != .nothing else {
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
    guard draft.content != .nothing else {
      remove()
      return error
    }
    let error = CommandError(error)
    return CommandError(error.status, error.what, why: error.why, next: error.next + draft.whereabouts)
  }
}
