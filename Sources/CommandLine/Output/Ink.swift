/// How a piece of text stands out. Never the only carrier of a meaning: a word or a sign says it too.
package enum Ink: String, Sendable {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
}

/// A piece of text with its ink.
package struct Inked: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let ink: Ink

  package init(_ text: String, _ ink: Ink = .plain) {
    self.text = text.onOneLine
    self.ink = ink
  }

  package init(stringLiteral value: String) { self.init(value) }

  /// With its escape sequences when `colour`, then `padding` spaces.
  package func painted(_ colour: Bool, padding: Int = 0) -> String {
    let painted = colour && ink != .plain ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    return painted + String(repeating: " ", count: max(0, padding))
  }
}
