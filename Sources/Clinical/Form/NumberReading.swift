extension String {
  /// Nothing but white space, or nothing at all. The first byte tells it of most texts.
  var isBlank: Bool {
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }

  var trimmingWhitespace: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }

  /// Most numbers are: up to nine ASCII digits and nothing else.
  package var plainNumber: Int? {
    guard (1...9).contains(utf8.count) else { return nil }
    var number = 0
    for byte in utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Digits of any script as 0 to 9; everything else stays.
  var foldingDigits: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let digit = scalar.isDecimalDigit ? scalar.properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) } : nil
      folded.append(digit.map { Unicode.Scalar($0) } ?? scalar)
    }
    return String(folded)
  }

  /// A number as people write it: digits of any script, comma or point before the decimals, the unit behind it or not.
  ///
  /// Nothing else is taken: no exponent, no grouping, no second separator.
  func readNumber(unit: String?) -> Double? {
    if let number = plainNumber { return Double(number) }
    var text = trimmingWhitespace.foldingDigits
    if let unit, text.lowercased().hasSuffix(unit.lowercased()) {
      text = String(text.dropLast(unit.count)).trimmingWhitespace
    }
    var number = ""
    var hasSeparator = false
    for (position, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9": number.unicodeScalars.append(scalar)
      case "-" where position == 0, "−" where position == 0: number = "-"
      case "+" where position == 0: break
      case ".", ",", "٫":
        guard !hasSeparator else { return nil }
        hasSeparator = true
        number += "."
      default: return nil
      }
    }
    let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    // Three digits behind a comma may be thousands, and minus nought is a slip: ask again rather than guess.
    guard number.last?.isNumber == true, number.utf8.count <= 20, decimals < 3, let value = Double(number),
      !(value == 0 && value.sign == .minus)
    else { return nil }
    return value
  }
}
