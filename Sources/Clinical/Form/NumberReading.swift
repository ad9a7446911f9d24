extension String {
  /// The number, if this is up to nine ASCII digits and nothing else, as most numbers are.
  package var plainNumber: Int? {
    guard (1...9).contains(utf8.count) else { return nil }
    var number = 0
    for byte in utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// The text with digits of any script as 0 to 9; everything else stays.
  var foldingDigits: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let digit = scalar.isDecimalDigit ? scalar.properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) } : nil
      folded.append(digit.map { Unicode.Scalar($0) } ?? scalar)
    }
    return String(folded)
  }

  /// Reads a number as people write it: digits of any script, comma or point before the decimals.
  ///
  /// Nothing else is accepted: no exponent, no grouping, no second separator.
  func readNumber() -> Double? {
    if let number = plainNumber { return Double(number) }
    let text = trimmed.foldingDigits
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
    // Three digits after a comma may be thousands, and minus zero is a slip: ask again rather than guess.
    guard number.last?.isNumber == true, number.utf8.count <= 20, decimals < 3, let value = Double(number),
      !(value == 0 && value.sign == .minus)
    else { return nil }
    return value
  }
}
