import Care
import Clinical
import Foundation

/// The person's own editor on an `EditedFile`, which is removed after its text was saved, and else kept and named.
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
      try run(on: file)
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

  private func run(on file: String) throws {
    let command =
      settings.editor.map { "\($0) \"$1\"" } ?? "command -v nano >/dev/null && exec nano \"$1\"; exec vi \"$1\""
    let editor = ForegroundCommand(
      command: command, arguments: ["sh", file], environment: settings.environment)
    let status = try editor.run()
    guard status != ExitStatus.interrupted.rawValue else {
      throw CommandError(.interrupted, "interrupted; nothing was saved.")
    }
    guard status == 0 else {
      throw CommandError(
        .cancelled, "the editor ended with an error; nothing was saved.",
        next: "Set PLUMBLINE_EDITOR to one that works.")
    }
  }

  private static func withoutGuidance(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(guidance) }
      .joined(separator: "\n")
  }

  private static func withoutReasons(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("\(guidance) !") }
      .joined(separator: "\n")
  }
}
