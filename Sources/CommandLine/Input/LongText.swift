import Care
import Clinical

extension Console {
  /// Returns a short explanation: what an option says, or what a person types on a terminal.
  ///
  /// - Throws: exit 2 when nothing is typed. Without a terminal the option is required before (`NeedsOptions`).
  func explanation(_ given: String?, _ question: String) throws -> String {
    if let given { return given }
    guard let typed = Prompt(self).line(question), !typed.isEmpty else {
      throw CommandError(.cancelled, "it was not said why; nothing was done.")
    }
    return typed
  }

  /// Returns free text from a file, from standard input, or on a terminal from the person's editor.
  ///
  /// - Throws: exit 64, which names the option, when there is no terminal; exit 2 when the text was left empty.
  func longText(_ file: String?, option: String, command: String, about subject: String) throws -> String {
    if file == nil, mayAsk {
      return try Editor(self).edit("\n\(Editor.guidance) \(subject). An empty file cancels.\n", named: "text.txt") {
        $0.trimmed
      }
    }
    var required = RequiredOptions()
    required.require(file, option)
    try required.check(command)
    let text = try InputFile(path: file ?? "-").text().trimmed
    guard !text.isEmpty else {
      throw CommandError(.usage, "the text is empty.", next: "Write something in \(file ?? "it").")
    }
    return text
  }
}
