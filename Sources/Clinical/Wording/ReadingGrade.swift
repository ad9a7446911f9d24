/// The school grade needed to read a text (Flesch and Kincaid 1975), with syllables counted by the letters.
package enum ReadingGrade {
  /// The highest grade of instructions that a client is asked to follow.
  package static let limit = 7.0

  /// Grades a text. Sentences end at `.`, `!`, `?` or `:` before white space; words are runs of letters, `'` and `-`.
  package static func grade(of text: String) -> Double {
    let words = words(text)
    guard !words.isEmpty else { return 0 }
    let perSentence = Double(words.count) / Double(max(1, sentenceCount(text)))
    let perWord = Double(words.reduce(0) { $0 + syllables($1) }) / Double(words.count)
    return 0.39 * perSentence + 11.8 * perWord - 15.59
  }

  private static func words(_ text: String) -> [[UInt8]] {
    text.utf8.split { !$0.isLetter && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "-") }
      .map { Array($0.drop { !$0.isLetter }) }
      .filter { !$0.isEmpty }
  }

  private static func sentenceCount(_ text: String) -> Int {
    var count = 0
    var hasLetter = false
    var endsSentence = false
    for byte in text.utf8 {
      if endsSentence && [0x20, 0x0A, 0x0D, 0x09].contains(byte) {
        count += hasLetter ? 1 : 0
        hasLetter = false
      }
      hasLetter = hasLetter || byte.isLetter
      endsSentence = ".!?:".utf8.contains(byte)
    }
    return count + (hasLetter ? 1 : 0)
  }

  /// Counts one syllable in words of up to three letters; else pairs of vowels, without a silent ending or a leading y.
  private static func syllables(_ word: [UInt8]) -> Int {
    var letters = word.filter(\.isLetter).map { $0 | 0x20 }
    guard letters.count > 3 else { return 1 }
    func has(_ ending: String, notAfter stops: String) -> Bool {
      letters.count > ending.utf8.count && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        && !stops.utf8.contains(letters[letters.count - ending.utf8.count - 1])
    }
    if has("es", notAfter: "laeiouy") || has("ed", notAfter: "laeiouytd") {
      letters.removeLast(2)
    } else if has("e", notAfter: "laeiouy") {
      letters.removeLast()
    }
    if letters.first == UInt8(ascii: "y") { letters.removeFirst() }
    return max(1, letters.split { !"aeiouy".utf8.contains($0) }.reduce(0) { $0 + ($1.count + 1) / 2 })
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
