/// A sentence as the client wrote it, and its words in lower case without apostrophes and punctuation.
struct FreeTextSentence: Sendable {
  let text: String
  let words: [String]

  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", ";", "\n"]

  /// Returns the sentences of a text, which end at a full stop, `!`, `?`, `;` or a new line.
  static func sentences(of text: String) -> [FreeTextSentence] {
    text.unicodeScalars.split(whereSeparator: ends.contains).map { part in
      FreeTextSentence(text: String(String.UnicodeScalarView(part)))
    }
  }

  private init(text: String) {
    self.text = text
    let scalars = text.lowercased().unicodeScalars.filter { !WordPattern.apostrophes.contains($0) }
    words = scalars.split { !WordPattern.isPartOfWord($0) }.map { String(String.UnicodeScalarView($0)) }
  }
}

extension Lexicon {
  /// Returns whether the sentence says one of the phrases, outside the exceptions.
  func matches(_ sentence: FreeTextSentence) -> Bool {
    var words = sentence.words
    for exception in exceptions { words = exception.takenOut(of: words) }
    return phrases.contains { phrase in words.indices.contains { phrase.end(in: words, from: $0) != nil } }
  }
}

extension WordPattern {
  /// Returns the position after the match that begins at `start`, the shortest gaps first; nil if none does.
  fileprivate func end(in words: [String], from start: Int, part: Int = 0) -> Int? {
    guard part < parts.count else { return start }
    switch parts[part] {
    case .gap:
      for skipped in 0...Self.longestGap {
        if let end = end(in: words, from: start + skipped, part: part + 1) { return end }
      }
      return nil
    case .word(let whole, let beginnings):
      guard start < words.count, whole.contains(words[start]) || beginnings.contains(where: words[start].hasPrefix)
      else { return nil }
      return end(in: words, from: start + 1, part: part + 1)
    }
  }

  /// Returns the words without those that the pattern matches; an empty word, which matches nothing, marks each place.
  fileprivate func takenOut(of words: [String]) -> [String] {
    var words = words
    var start = 0
    while start < words.count {
      if let end = end(in: words, from: start) { words.replaceSubrange(start..<end, with: [""]) }
      start += 1
    }
    return words
  }
}
