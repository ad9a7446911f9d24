import Typesetting

extension String {
  /// Returns at most `width` columns of the text, with `…` where it was cut.
  package func shortened(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      guard used + character.displayWidth <= width - 1 else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return kept + "…"
  }

  /// Returns lines of at most `width` columns, broken at spaces. A longer word, even an address, is broken within, so that
  /// no line is wider than the terminal. Spaces are kept, except the one at which a line is broken.
  package func lines(upTo width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let lead = index == 0 ? "" : " "
      if line.displayWidth + lead.count + word.displayWidth <= width {
        line += lead + word
        continue
      }
      if !line.allSatisfy({ $0 == " " }) { lines.append(line) }
      line = ""
      for character in word {
        if line.displayWidth + character.displayWidth > Swift.max(width, 2) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return lines.isEmpty || !line.isEmpty ? lines + [line] : lines
  }
}
