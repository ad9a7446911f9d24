extension Unicode.Scalar {
  /// Whether nothing is seen of the character: white space, controls, format characters, fillers such as U+3164, and the
  /// braille pattern without a dot. `clinic.has_visible` in the database knows the same ones.
  package var isInvisible: Bool {
    if isASCII { return value <= 0x20 || value == 0x7F }
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800 || value == 0x1D159 {
      return true
    }
    return [.control, .format].contains(properties.generalCategory)
  }

  /// Whether the character ends a line or is a control character, which has no place in a text of one line.
  package var breaksLine: Bool {
    properties.generalCategory == .control || value == 0x2028 || value == 0x2029
  }
}

extension Character {
  /// Whether nothing is seen of it. The invisible parts of an emoji or a letter belong to it.
  fileprivate var isInvisible: Bool { unicodeScalars.allSatisfy(\.isInvisible) }
}

extension StringProtocol {
  /// Whether nothing of the text is seen, or there is none. The first byte decides this for most texts.
  package var isBlank: Bool {
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return unicodeScalars.allSatisfy(\.isInvisible)
  }
}

extension String {
  /// The text without white space and other invisible characters around it.
  package var trimmed: String {
    let start = firstIndex { !$0.isInvisible } ?? endIndex
    let end = lastIndex { !$0.isInvisible }.map(index(after:)) ?? start
    return String(self[start..<end])
  }

  /// The length in Unicode scalars; a line break counts as one, however it was sent.
  package var characterLength: Int {
    unicodeScalars.count - zip(utf8, utf8.dropFirst()).count { $0 == 0x0D && $1 == 0x0A }
  }
}
