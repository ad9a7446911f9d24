import Care
import Foundation

/// The person's own editor on an `EditedFile`: gone after it was saved, kept and named when it could not be.
struct Editor {
  static let guidance = EvaluationTemplate.guidance

  private let environment: [String: String]
  private let edited: EditedFile

  init(_ console: Console) {
    environment = console.environment
    edited = console.edited
  }

  /// Opens the text until `accept` takes it. What it refuses is shown in front of the text, which is otherwise as the
  /// person left it.
  ///
  /// - Throws: exit 2 when nothing is left in the file, or nothing was changed after a refusal.
  func edit<Value>(_ text: String, named name: String, accept: (String) throws -> Value) throws -> Value {
    let file = try EditedFile.make(named: name, environment)
    edited.keep(file)
    var text = text
    var refused: String?
    while true {
      try EditedFile.write(text, to: file)
      try run(on: file)
      let saved = try InputFile(path: file).text()
      let content = Self.withoutGuidance(saved)
      guard !content.allSatisfy(\.isWhitespace) else {
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
        let reasons = [error.what] + error.why
        text = reasons.map { "\(Self.guidance) ! \($0.onOneLine)\n" }.joined() + Self.withoutReasons(saved) + "\n"
        refused = text.trimmingCharacters(in: .newlines)
      }
    }
  }

  private func run(on file: String) throws {
    let named = ["PLUMBLINE_EDITOR", "VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let command = named ?? "command -v nano >/dev/null && exec nano \"$1\"; exec vi \"$1\""
    let editor = ForegroundCommand(
      command: named == nil ? command : command + " \"$1\"", arguments: ["sh", file], environment: environment)
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
