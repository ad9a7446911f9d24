import Foundation

extension String {
  /// One spelling for every string before it is set: NFC, one kind of space, nothing invisible.
  ///
  /// What remains can be read back from a PDF exactly. White space of any kind becomes one space. Dropped are soft
  /// hyphens, bidirectional controls, variation selectors, C0 and C1 controls and tags: they have no glyph, so no
  /// reader of the page could return them. ZWJ and ZWNJ stay, because they change how Persian or Malayalam is shaped.
  package var canonical: String {
    var result = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.isWhitespace {
        spaceIsDue = !result.isEmpty
      } else if !scalar.isInvisible {
        if spaceIsDue {
          result.append(" ")
          spaceIsDue = false
        }
        result.append(scalar.sharingGlyph)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch value {
    case 0x200C, 0x200D: false
    case 0xFFF9...0xFFFB: true
    default: properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
    }
  }

  /// Fonts draw these with the glyph of the plain character, which is what a reader then finds.
  fileprivate var sharingGlyph: Unicode.Scalar {
    switch value {
    case 0x2010, 0x2011: "-"
    case 0xB5: "μ"
    default: self
    }
  }
}
