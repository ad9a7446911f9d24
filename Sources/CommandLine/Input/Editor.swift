import Care
import Clinical
import Foundation

/// The person's own editor on an `EditedFile`, which is removed after its text was saved, or when nothing was written, and
/// else kept and named.
struct Editor {
  static let guidance = EvaluationTemplate.guidance

  private let settings: CommandLineSettings
  private let edited: EditedFile

  init(_ console: Console) {
    settings = console.settings
    edited = console.edited
  }

  /// Opens the text in the editor until `accept` takes it. Reasons for a refusal are put before the text, which stays as
  /// the person left it.
  ///
  /// - Throws: exit 2 when the file was left empty, or was not changed after a refusal.
  func edit<Value>(_ text: String, named name: String, accept: (String) throws -> Value) throws -> Value {
    let file = try EditedFile.make(named: name, settings.environment)
    edited.keep(file)
    var text = text
    var refused: String?
    while true {
      try EditedFile.write(text, to: file)
      try run(on: file, holding: text)
      let saved = try InputFile(path: file).text()
      let content = Self.withoutGuidance(saved)
      guard !content.isBlank else {
        edited.remove()
        throw CommandError(.cancelled, "the file was left empty; nothing was saved.")
      }
      guard saved != refused else { throw CommandError(.cancelled, "not changed; nothing was saved.") }
      do {
        return try accept(content)
      } catch {
        let error = CommandError(error)
        if error.status == .cancelled { edited.remove() }
        guard error.status == .usage else { throw error }
        let reasons = error.reasons
        text = reasons.map { "\(Self.guidance) ! \($0.onOneLine)\n" }.joined() + Self.withoutReasons(saved) + "\n"
        refused = text.trimmingCharacters(in: .newlines)
      }
    }
  }

  /// Opens the file, and takes note whether the person has written something, however the editor ended.
  private func run(on file: String, holding text: String) throws {
    let command =
      settings.editor.map { "\($0) \"$1\"" } ?? "command -v nano >/dev/null && exec nano \"$1\"; exec vi \"$1\""
    let editor = ForegroundCommand(
      command: command, arguments: ["sh", file], environment: settings.environment)
    edited.holds(.perhapsWords)
    let ended = Result { try editor.run() }
    let hasWritten = Self.holdsWords(file, besides: text)
    edited.holds(hasWritten ? .words : .nothing)
    let status = try ended.get()
    guard status != ExitStatus.interrupted.rawValue else {
      throw CommandError(.interrupted, "interrupted; nothing was saved.")
    }
    guard status == 0 else {
      let end = Self.shellCannotStart.contains(status) ? "cannot be started" : "ended with an error"
      throw CommandError(
        .cancelled, "the editor \(end); nothing was \(hasWritten ? "saved" : "written").",
        next: "Set PLUMBLINE_EDITOR to one that works.")
    }
  }

  /// Returns whether the file has words of the person. One that is there but cannot be read may have some.
  private static func holdsWords(_ file: String, besides text: String) -> Bool {
    guard let left = try? InputFile(path: file).bytes() else { return FileManager.default.fileExists(atPath: file) }
    let saved = String(decoding: left, as: UTF8.self)
    return saved != text && !withoutGuidance(saved).isBlank
  }

  /// The statuses with which a shell says that there is no such program, or that it is none.
  private static let shellCannotStart: Set<Int32> = [126, 127]

  private static func withoutGuidance(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(guidance) }
      .joined(separator: "\n")
  }

  private static func withoutReasons(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("\(guidance) !") }
      .joined(separator: "\n")
  }
}
