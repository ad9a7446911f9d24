import JSON

/// The names of the months, in as many languages as the pack has.
package struct MonthNames: Sendable {
  /// January first; lower case.
  private let names: [[String]]

  init(_ fields: Fields) {
    let lists = fields["months"]?.array?.compactMap(\.strings) ?? []
    if lists.count != 12 { fields.fault("months", "must be twelve lists of names, January first") }
    names = lists.map { $0.map { $0.lowercased() } }
  }

  /// The date in any sane spelling: `1980-03-09`, `9.3.1980`, `9 March 1980`, `March 9th, 1980`; or in three parts: day,
  /// month, year. Numbers alone are read day first unless only month first makes sense. The year has four digits.
  func readDate(_ raw: [String]) -> CalendarDate? {
    if raw.count == 1, let date = CalendarDate(iso: raw[0]) { return date }
    let words = raw.joined(separator: " ").foldingDigits.dateWords.filter { !["of", "the", "de"].contains($0) }
    guard words.count == 3 else { return nil }
    let numbers = words.map(Self.number)
    switch (numbers[0], numbers[1], numbers[2]) {
    case (let day?, let month?, let year?) where words[2].utf8.count == 4:
      return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(year: year, month: day, day: month)
    case (let year?, let month?, let day?) where words[0].utf8.count == 4:
      return CalendarDate(year: year, month: month, day: day)
    case (let day?, nil, let year?) where words[2].utf8.count == 4:
      return month(words[1]).flatMap { CalendarDate(year: year, month: $0, day: day) }
    case (nil, let day?, let year?) where words[2].utf8.count == 4:
      return month(words[0]).flatMap { CalendarDate(year: year, month: $0, day: day) }
    default:
      return nil
    }
  }

  /// A month by its name or at least its first three letters, when only one month starts so.
  private func month(_ word: String) -> Int? {
    if let exact = names.firstIndex(where: { $0.contains(word) }) { return exact + 1 }
    guard word.count >= 3 else { return nil }
    let matches = names.indices.filter { names[$0].contains { $0.hasPrefix(word) } }
    return matches.count == 1 ? matches[0] + 1 : nil
  }

  /// Up to four digits, with or without the ending of an ordinal.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.utf8.count), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return Int(digits)
  }
}

extension String {
  /// Runs of letters and digits in lower case; the marks for year, month and day of Chinese and Japanese part them too.
  fileprivate var dateWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber || "年月日".contains($0) }.map(String.init)
  }
}
