import Foundation

/// Decodes `%XX` by splitting at the percent signs; nil for a bad escape or bad UTF-8. Foundation's
/// `removingPercentEncoding` accepts some bad UTF-8 on this toolchain.
func obviouslyUnescaped(_ text: String) -> String? {
  let parts = text.components(separatedBy: "%")
  var bytes = Array(parts[0].utf8)
  for part in parts.dropFirst() {
    let digits = part.utf8.prefix(2).map { Character(UnicodeScalar($0)) }
    guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt8(String(digits), radix: 16)
    else { return nil }
    bytes.append(value)
    bytes += part.utf8.dropFirst(2)
  }
  return String(bytes: bytes, encoding: .utf8)
}
