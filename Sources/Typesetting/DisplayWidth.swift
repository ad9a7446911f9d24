extension Character {
  /// The number of terminal columns that the character takes: 0, 1 or 2.
  package var displayWidth: Int {
    var width = 0
    for (index, scalar) in unicodeScalars.enumerated() {
      if index == 0 {
        width = scalar.displayWidth
      } else if scalar.properties.generalCategory == .spacingMark {
        width = max(width, 1)
      } else if scalar.value == 0xFE0F || scalar.properties.isEmojiModifier || scalar.isRegionalIndicator {
        width = 2
      }
    }
    return width
  }
}

extension StringProtocol {
  /// The number of terminal columns that the text takes.
  package var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  fileprivate var displayWidth: Int {
    if value < 0x300 { return value < 0x20 || value == 0xAD ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Conjoining vowels and final consonants of Hangul combine with the syllable before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    return isWide || properties.isEmojiPresentation ? 2 : 1
  }

  /// Whether the character is in an East Asian Wide or Fullwidth block (UAX #11). Wide emoji have a property of their
  /// own.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
