/// A phrase with room for variation.
///
/// `want|wanted` is either word, `suicid*` any word that begins so, and `...` stands for up to three words.
package struct WordPattern: Sendable, Hashable, CustomStringConvertible {
  enum Part: Sendable, Hashable {
    /// One word that is one of these, or begins with one of these.
    case word(whole: Set<String>, beginnings: [String])
    case gap
  }

  /// The most words that a gap stands for.
  static let longestGap = 3

  /// The characters that are left out of a sentence before its words are compared: ’ ' ʼ `.
  static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2bc}", "`"]

  /// Returns whether the character belongs to a word instead of parting two.
  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  package let description: String
  let parts: [Part]

  /// - Parameter text: the phrase in lower case, without apostrophes.
  init(_ text: String) {
    description = text
    parts = text.split(separator: " ").map { part in
      if part == "..." { return .gap }
      let alternatives = part.split(separator: "|").map(String.init)
      return .word(
        whole: Set(alternatives.filter { !$0.hasSuffix("*") }),
        beginnings: alternatives.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) })
    }
  }
}
