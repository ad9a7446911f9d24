/// A piece of text and how it stands out.
package struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Never the only carrier of a meaning: a word or a sign says it, too. The raw value is the parameter of SGR (ECMA-48
  /// §8.3.117).
  package enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text.onOneLine
    self.style = style
  }

  package init(stringLiteral value: String) { self.init(value) }

  /// Returns the text, with escape sequences if `colour`, and `padding` spaces after it.
  package func rendered(_ colour: Bool, padding: Int = 0) -> String {
    let rendered = colour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    return rendered + String(repeating: " ", count: max(0, padding))
  }
}
