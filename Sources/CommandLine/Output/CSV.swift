import Clinical
import JSON

/// CSV as in RFC 4180, in which a spreadsheet finds no formula that a client has typed.
package enum CSV {
  package static func line(_ values: [JSON]) -> String { values.map(cell).joined(separator: ",") + "\r\n" }

  static func cell(_ value: JSON) -> String {
    switch value {
    case .integer, .decimal: return value.plainText
    default: break
    }
    let text = value.plainText.harmless
    let first = text.unicodeScalars.first.map(String.init) ?? ""
    return quoted(["=", "+", "-", "@", "\t", "\r"].contains(first) ? "'" + text : text)
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
