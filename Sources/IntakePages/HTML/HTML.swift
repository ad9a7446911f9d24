/// Markup that is safe to send.
///
/// It is written as a string literal, whose literal parts are markup and whose interpolated texts are escaped. There is no
/// other way to put text into a page, so that nothing that a person typed can become markup.
///
///     let greeting: HTML = "<p>Hello \(name)</p>"
struct HTML: Sendable, Hashable {
  let markup: String

  static let empty: HTML = ""

  /// Escapes the characters that have a meaning in HTML, for use in elements and quoted attributes.
  ///
  /// A carriage return becomes a character reference, because browsers read a bare one as a line feed, which would change
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
    /// Appends nothing for nil.
    mutating func appendInterpolation(_ piece: HTML?) { markup += piece?.markup ?? "" }
    /// Appends markup only if the condition holds, as for a `checked` attribute.
    mutating func appendInterpolation(_ piece: HTML, if condition: Bool) { if condition { markup += piece.markup } }
  }

  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }
}
