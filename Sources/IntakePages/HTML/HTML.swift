/// A piece of markup that is safe to send.
///
/// Written as a string literal: the literal parts are markup, and every interpolated text is escaped. There is no other
/// way to put text into a page, so nothing a person typed can become markup.
///
///     let greeting: HTML = "<p>Hello \(name)</p>"
struct HTML: Sendable, Hashable {
  let markup: String

  static let empty: HTML = ""

  /// Text in which no character has a meaning in HTML, in an element as in a quoted attribute.
  ///
  /// A carriage return is written as a reference, because a browser reads a bare one as a line feed and would change
  /// what was typed.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: meaningful.contains) else { return text }
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\r": safe += "&#13;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static let meaningful = Array("&<>\"'\r".utf8)
}

extension HTML: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup: String

    init(literalCapacity: Int, interpolationCount: Int) {
      markup = ""
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
    mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { markup += piece.markup } }
    /// Nothing when there is nothing.
    mutating func appendInterpolation(_ piece: HTML?) { markup += piece?.markup ?? "" }
    /// A piece that is only there while the condition holds, such as a `checked` attribute.
    mutating func appendInterpolation(_ piece: HTML, if condition: Bool) { if condition { markup += piece.markup } }
  }

  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }
}
