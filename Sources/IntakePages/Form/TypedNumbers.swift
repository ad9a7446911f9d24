import Clinical

/// Numbers as people type them.
enum Decimals {
  /// Up to nine digits, then a point or comma with at most `places` more; blanks around it do not count.
  ///
  /// Read byte by byte: `Double` and `Int` accept `+5`, `0x10`, `1e9` and `infinity`.
  static func read(_ text: String, places: Int) -> Double? {
    let parts = trimmed(text).split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    guard let whole = parts.first, (1...9).contains(whole.count), let units = digits(whole) else { return nil }
    guard parts.count == 2 else { return Double(units) }
    guard (1...max(1, places)).contains(parts[1].count), places > 0, let fraction = digits(parts[1]) else { return nil }
    let scale = parts[1].reduce(1) { scale, _ in scale * 10 }
    return Double(units) + Double(fraction) / Double(scale)
  }

  static func digits(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// The bytes without ASCII blanks around them.
  static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    let bytes = Array(text.utf8)
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }
}

/// A day typed in three fields.
enum TypedDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// - Parameter parts: day, month (a number, or the first three letters of its name or more) and a year of four digits.
  static func read(_ parts: [String]) -> CalendarDate? {
    guard parts.count == 3, let day = number(parts[0]), let month = number(parts[1]) ?? monthNamed(parts[1]),
      Decimals.trimmed(parts[2]).count == 4, let year = number(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func number(_ text: String) -> Int? { Decimals.digits(Decimals.trimmed(text)) }

  private static func monthNamed(_ text: String) -> Int? {
    let name = text.lowercased().filter(\.isLetter)
    if name == "sept" { return 9 }
    guard name.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }
}
