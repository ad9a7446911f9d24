/// The base64url of RFC 4648 §5, without padding and in canonical form only.
enum Base64URL {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// The value of each digit; 64 marks a byte that is no digit.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> String {
    let count = (bytes.count * 8 + 5) / 6
    return String(unsafeUninitializedCapacity: count) { text in
      for place in 0..<count {
        let bit = place * 6
        let pair = UInt16(bytes[bit / 8]) << 8 | (bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0)
        text[place] = digits[Int(pair >> (10 - bit % 8) & 63)]
      }
      return count
    }
  }

  /// Returns nil for any other character, and if a bit beyond the last whole byte is not zero.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 6 / 8)
    var rest: UInt16 = 0
    var bits = 0
    for digit in text.utf8 {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      rest = rest << 6 | UInt16(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: rest >> bits))
        rest &= (1 << bits) - 1
      }
    }
    return rest == 0 && bits < 6 ? bytes : nil
  }
}
