import Typesetting

extension String {
  /// At most `width` columns; what is cut ends in `…`.
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

  package func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - displayWidth)) }

  /// Lines of at most `width` columns, broken at spaces; a longer word, also an address, is broken where it must be:
  /// no line is ever wider than the terminal. Spaces stay as they are, but for the one a line is broken at.
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
