import Foundation

extension String {
  /// The nearest spelling in ASCII, for text messages. Latin letters lose their marks; a letter without such a spelling
  /// becomes `?`.
  var asciiSpelling: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let spelling = Self.spellings[scalar] {
        result += spelling
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: continue
        default: result += "?"
        }
      }
    }
    return result
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "‘": "'", "’": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "–": "-", "—": "--", "−": "-", "…": "...",
    "•": "-", "·": "-", "×": "x", "÷": "/", "°": " degrees", "½": "1/2", "¼": "1/4", "¾": "3/4", "ß": "ss",
    "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "ı": "i", "œ": "oe", "Œ": "OE", "ħ": "h", "Ħ": "H", "→": "->", "±": "+/-", "≤": "<=",
    "≥": ">=", "μ": "u", "€": "EUR", "£": "GBP",
  ]
}
