extension String {
  /// Returns the text as lines of at most `width` columns. Lines break at spaces and between wide characters, never
  /// inside a hyphenated word. A word wider than a line is cut between characters; an address or a path is left whole.
  package func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var column = 0
    for word in split(separator: " ") {
      for (index, piece) in word.pieces(upTo: width).enumerated() {
        let gap = index == 0 && column > 0 ? 1 : 0
        if column > 0, column + gap + piece.width > width {
          lines.append(line)
          line = ""
          column = 0
        } else if gap == 1 {
          line += " "
          column += 1
        }
        line += piece.text
        column += piece.width
      }
    }
    return column > 0 || lines.isEmpty ? lines + [line] : lines
  }
}

extension Substring {
  /// The parts of a word between which a line may break.
  fileprivate func pieces(upTo limit: Int) -> [(text: String, width: Int)] {
    if utf8.count <= limit, utf8.allSatisfy({ $0 < 0x80 }) { return [(String(self), utf8.count)] }
    var pieces: [(text: String, width: Int)] = []
    var text = ""
    var width = 0
    var afterWide = false
    let isAddress = contains("/") || contains("@")
    for character in self {
      let columns = character.displayWidth
      let mayBreak = (columns == 2 || afterWide) && !character.mustNotStartLine && text.last?.mustNotEndLine != true
      if !text.isEmpty, mayBreak || (width + columns > limit && !isAddress) {
        pieces.append((text, width))
        text = ""
        width = 0
      }
      text.append(character)
      width += columns
      afterWide = columns == 2
    }
    return pieces + [(text, width)]
  }
}

extension Character {
  /// Closing punctuation and small kana (JIS X 4051).
  fileprivate var mustNotStartLine: Bool { "、。，．！？；：）」』】》〉…ー々ゝっゃゅょッャュョ・％".contains(self) }
  fileprivate var mustNotEndLine: Bool { "（「『【《〈".contains(self) }
}
