import Care
import Clinical

extension Console {
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
