extension String {
  /// Whether this is an addr-spec (RFC 5322 §3.4.1) of at most 254 octets: a dot-atom or a quoted string, and a domain.
  /// Letters of any script are accepted (RFC 6531).
  package var isEmailAddress: Bool {
    guard utf8.count <= 254, let at = lastIndex(of: "@") else { return false }
    let local = self[..<at]
    let domain = self[index(after: at)...]
    let isQuoted =
      local.count > 2 && local.hasPrefix("\"") && local.hasSuffix("\"") && !local.dropFirst().dropLast().contains("\"")
    return local.utf8.count <= 64 && (isQuoted || local.isDotAtom(allowing: "!#$%&'*+-/=?^_`{|}~"))
      && domain.isDotAtom(allowing: "-")
  }

  /// Whether this is 5 to 32 characters: at least three digits that a search reads, spaces, + ( ) - . / and an extension.
  package var isPhoneNumber: Bool {
    let marks = unicodeScalars.filter { $0.properties.generalCategory != .format }
    guard (5...32).contains(marks.count), marks.count(where: { $0.searchedDigit != nil }) >= 3 else { return false }
    return marks.allSatisfy { scalar in
      scalar.searchedDigit != nil || scalar.properties.isWhitespace
        || scalar.properties.generalCategory == .dashPunctuation || "+＋()（）./−extEXT#".unicodeScalars.contains(scalar)
    }
  }
}

extension Substring {
  /// Returns whether this is parts of letters and digits of any script and some marks, separated by single dots.
  fileprivate func isDotAtom(allowing marks: String) -> Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy { scalar in
          scalar.properties.isAlphabetic || scalar.isDecimalDigit
            || scalar.properties.generalCategory == .nonspacingMark
            || marks.unicodeScalars.contains(scalar)
        }
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is one of the digits 0 to 9 in any script.
  var isDecimalDigit: Bool { isASCII ? ("0"..."9").contains(self) : properties.numericType == .decimal }
}

extension Unicode.Scalar {
  /// The 0 of each row of digits that `clinic.folded` of the database reads: ASCII, Arabic, Persian, the scripts of India
  /// from Devanagari to Malayalam, Thai, Lao, Tibetan, Burmese, Khmer, the wide digits and those of mathematics.
  private static let zeros: [UInt32] = [
    0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040,
    0x17E0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
  ]

  /// The value from 0 to 9 of a digit that the database finds, too; nil for anything else.
  package var searchedDigit: Int? {
    Self.zeros.lazy.map { Int(value) - Int($0) }.first { (0...9).contains($0) }
  }
}
