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

  /// Whether this is 5 to 32 characters: at least three digits of any script, spaces, + ( ) - . / and an extension.
  package var isPhoneNumber: Bool {
    let marks = unicodeScalars.filter { $0.properties.generalCategory != .format }
    guard (5...32).contains(marks.count), marks.count(where: \.isDecimalDigit) >= 3 else { return false }
    return marks.allSatisfy { scalar in
      scalar.isDecimalDigit || scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
        || "+＋()（）./−extEXT#".unicodeScalars.contains(scalar)
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
