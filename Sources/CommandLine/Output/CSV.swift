import Clinical
import JSON

/// CSV as in RFC 4180.
///
/// A spreadsheet runs a text that looks like a formula, and rewrites one that looks like a number: `0351` becomes 351, the
/// id `9e12` becomes 9000000000000. Unless the values are to be exact, such a text is led by `'`, and characters that nobody
/// sees are shown as pictures.
package struct CSV {
  /// Whether every text is written as it is, for programs.
  let isExact: Bool

  package init(isExact: Bool = false) { self.isExact = isExact }

  package func line(_ values: [JSON]) -> String { values.map(cell).joined(separator: ",") + "\r\n" }

  func cell(_ value: JSON) -> String {
    switch value {
    case .integer, .decimal: value.plainText
    default: Self.quoted(isExact ? value.plainText : Self.safe(value.plainText.harmless))
    }
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains(where: { "\",;\n\r\t".unicodeScalars.contains($0) })
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func safe(_ text: String) -> String {
    guard !text.isChangedAsNumber else { return "'" + text }
    var safe = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first, ["\t", "\r"].contains(first) { safe.append("'") }
    var atStart = true
    for scalar in text.unicodeScalars {
      if atStart, formulaStarts.contains(scalar) { safe.append("'") }
      // Where the separator is a semicolon or a tab, the rest of the text begins a cell.
      atStart = separators.contains(scalar) || atStart && scalar.properties.isWhitespace
      safe.append(scalar)
    }
    return String(safe)
  }

  /// The characters that begin a formula, also as they are typed in East Asian input.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  private static let separators: Set<Unicode.Scalar> = [";", "\t", "\n", "\r"]
  /// The digits of a number that a spreadsheet keeps exactly and shows whole.
  fileprivate static let mostDigits = 11
}

extension String {
  /// Whether a spreadsheet would take the text for a number and write it otherwise: with leading zeros, many digits, or an
  /// exponent.
  fileprivate var isChangedAsNumber: Bool {
    guard let match = wholeMatch(of: /([0-9]+)(\.[0-9]*)?([eE][+\-]?[0-9]+)?/) else { return false }
    return match.1.count > 1 && match.1.hasPrefix("0") || match.1.count > CSV.mostDigits || match.3 != nil
  }
}
