import Clinical

/// RFC 4180, for a spreadsheet that must not run what a client typed.
package enum CSV {
  package static func line(_ values: [JSON]) -> String { values.map(cell).joined(separator: ",") + "\r\n" }

  static func cell(_ value: JSON) -> String {
    guard case .string(let text) = value else { return quoted(value.plainText) }
    let first = text.unicodeScalars.first.map(String.init) ?? ""
    return quoted(["=", "+", "-", "@", "\t", "\r"].contains(first) ? "'" + text.harmless : text.harmless)
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
