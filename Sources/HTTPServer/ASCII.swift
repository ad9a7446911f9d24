/// The bytes that the grammars of HTTP name.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let delete: UInt8 = 0x7F
}

extension UInt8 {
  /// Whether this is a `tchar` (RFC 9110 §5.6.2).
  var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isSpaceOrTab: Bool { self == ASCII.space || self == ASCII.tab }

  var lowercasedASCII: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// The value of a hexadecimal digit; nil for any other byte. (`Int(_:radix:)` would also accept a sign.)
  var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Collection where Element == UInt8 {
  /// Whether these bytes equal `text`, ignoring the case of ASCII letters.
  func equalsIgnoringCase(_ text: String) -> Bool {
    elementsEqual(text.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension BidirectionalCollection where Element == UInt8, SubSequence: BidirectionalCollection {
  /// These bytes without the optional white space (RFC 9110 §5.6.3) at both ends.
  var trimmingSpace: SubSequence {
    var trimmed = drop(while: \.isSpaceOrTab)
    while let last = trimmed.last, last.isSpaceOrTab { trimmed.removeLast() }
    return trimmed
  }
}
