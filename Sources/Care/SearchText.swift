import Foundation

extension String {
  /// The words of the text as `clinic.folded` of the database folds them: lower case, without accents, the letters of other
  /// Latin alphabets as people type them, the last sigma of a word as any other, one space for whatever is between words.
  package var foldedForSearch: String {
    foldedLetters.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private var foldedLetters: String {
    // Most words are of these letters, and to fold the others takes long.
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    let letters = String(
      String.UnicodeScalarView(
        decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
          .filter { $0.properties.generalCategory != .nonspacingMark }))
    return (letters.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? letters)
      .replacing("ς", with: "σ")
  }

  /// Returns where the text has one of the words by which a search has found it, the longest if it has several. The
  /// database takes every word from its beginning, with or without zeros in front (`clinic.places`).
  package func place(foundBy words: String) -> Index? {
    let wanted = words.foldedForSearch.split(separator: " ")
      .map { $0.allSatisfy(\.isNumber) ? $0.withoutZeros : $0 }
      .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var found: (rank: Int, place: Index)?
    for part in split(whereSeparator: { $0.isWhitespace || $0.isPunctuation }) where found?.rank != 0 {
      let words = String(part).foldedForSearch.split(separator: " ").flatMap { [$0, $0.withoutZeros] }
      // Only a word that is longer than the one found before is worth another place.
      let rank = wanted.prefix(found?.rank ?? wanted.count).firstIndex { begun in
        words.contains { $0.hasPrefix(begun) }
      }
      if let rank { found = (rank, part.startIndex) }
    }
    return found?.place
  }

  /// Whether both are the same words to a search.
  package func hasSameWords(as other: String) -> Bool { foldedForSearch == other.foldedForSearch }

  /// Whether the text has all words that were typed, each from its beginning, as clients are found.
  package func hasWords(begunBy typed: String) -> Bool {
    let words = foldedForSearch.split(separator: " ")
    return typed.foldedForSearch.split(separator: " ").allSatisfy { begun in words.contains { $0.hasPrefix(begun) } }
  }

  /// The text without what stands inside a word and some people leave out, as `clinic.joined` of the database writes it.
  package var joinedForSearch: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.joinsWords }))
  }

  /// Returns the number of letters that must be inserted, deleted, replaced or swapped with their neighbour (optimal
  /// string alignment).
  package func editDistance(to other: String) -> Int {
    let left = Array(self)
    let right = Array(other)
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        var best = Swift.min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = Swift.min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}

extension Substring {
  /// The text without zeros in front.
  fileprivate var withoutZeros: Substring { drop { $0 == "0" } }
}

extension [String] {
  /// The names that are spelled most like what was typed, or begin with it: at most two, the nearest first. When nothing
  /// was typed, none is.
  package func nearest(to typed: String) -> [String] {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return [] }
    return map { ($0, $0.editDistance(to: typed)) }
      .filter { name, distance in distance <= Swift.max(1, typed.count / 3) || name.hasPrefix(typed) }
      .sorted { $0.1 < $1.1 }.prefix(2).map(\.0)
  }
}

extension Unicode.Scalar {
  /// Whether it is a hyphen, an apostrophe or one of their like, a dot, or a character of no width.
  fileprivate var joinsWords: Bool {
    switch value {
    case 0x27, 0x2D, 0x2E, 0x60, 0xAD, 0xB4, 0xB7, 0x2B9...0x2BF, 0x2C8, 0x5BE, 0x5F3, 0x200B...0x2019, 0x201B, 0x2032,
      0x2060...0x2064, 0xFE63, 0xFEFF, 0xFF07, 0xFF0D:
      true
    default: false
    }
  }
}
