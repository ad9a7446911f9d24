import Foundation

extension String {
  /// The one spelling that every string gets before it is typeset: NFC, one kind of space, nothing invisible.
  ///
  /// The result can be read back from a PDF exactly. White space of any kind becomes one space. Soft hyphens,
  /// bidirectional controls, variation selectors, C0 and C1 controls and tags are dropped: they have no glyph, so no
  /// reader of the page could return them. At most eight marks stay on one letter. ZWJ and ZWNJ stay, because they
  /// change how Persian or Malayalam is shaped.
  package var canonical: String {
    if isPlain { return self }
    var result = String.UnicodeScalarView()
    var spaceIsDue = false
    var marks = 0
    for scalar in precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.isWhitespace {
        spaceIsDue = !result.isEmpty
      } else if !scalar.isInvisible {
        marks = scalar.isMark ? marks + 1 : 0
        if marks > Self.mostMarks { continue }
        if spaceIsDue {
          result.append(" ")
          spaceIsDue = false
        }
        result.append(scalar.sharingGlyph)
      }
    }
    return String(result)
  }

  private static let mostMarks = 8

  /// Whether the string is printable ASCII with single spaces, none at either end. Most strings are, and need no work.
  private var isPlain: Bool {
    var isAfterSpace = true
    for byte in utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if byte < 0x20 || byte > 0x7E || isSpace && isAfterSpace { return false }
      isAfterSpace = isSpace
    }
    return isEmpty || !isAfterSpace
  }
}

extension Unicode.Scalar {
  /// Whether the character is a combining mark of Latin, Greek or Cyrillic (Unicode's Combining Diacritical Marks).
  var isLatinMark: Bool { (0x300...0x36F).contains(value) }

  fileprivate var isMark: Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark
  }

  fileprivate var isInvisible: Bool {
    switch value {
    case 0x200C, 0x200D: false
    case 0xFFF9...0xFFFB: true
    default: properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
    }
  }

  /// The plain character whose glyph fonts use for this one, which is what a reader of the file then finds.
  fileprivate var sharingGlyph: Unicode.Scalar {
    switch value {
    case 0x2010, 0x2011: "-"
    case 0xB5: "μ"
    default: self
    }
  }
}
