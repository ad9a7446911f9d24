extension MonthNames {
  /// Reads a date in any common spelling (`1980-03-09`, `9.3.1980`, `9 March 1980`, `March 9th, 1980`) or in three parts:
  /// day, month, year. The year has four digits. Three numbers of which the year is last are read day first when there
  /// are points between them; else it is asked which one is the month, because people differ.
  func readDate(_ raw: [String]) -> Reading<CalendarDate> {
    if raw.count == 1, let date = CalendarDate(iso: raw[0].trimmed) { return .value(date) }
    let text = raw.joined(separator: " ").foldingDigits
    let words = text.dateWords.filter { !["of", "the", "de"].contains($0) }
    guard words.count == 3 else { return .unreadable }
    let numbers = words.map(Self.number)
    switch (numbers[0], numbers[1], numbers[2]) {
    case (let first?, let second?, let year?) where words[2].utf8.count == 4:
      let dayFirst = CalendarDate(year: year, month: second, day: first)
      let monthFirst = CalendarDate(year: year, month: first, day: second)
      let isOrderKnown = raw.count == 3 || text.contains(".") && !text.contains("/")
      if let dayFirst, isOrderKnown || monthFirst == nil || monthFirst == dayFirst { return .value(dayFirst) }
      let meanings = [dayFirst, monthFirst].compactMap(\.self)
      return meanings.isEmpty ? .unreadable : .unclear(meanings.map(answerWords.day))
    case (let year?, let month?, let day?) where words[0].utf8.count == 4:
      return Self.value(CalendarDate(year: year, month: month, day: day))
    case (let day?, nil, let year?) where words[2].utf8.count == 4:
      return Self.value(month(words[1]).flatMap { CalendarDate(year: year, month: $0, day: day) })
    case (nil, let day?, let year?) where words[2].utf8.count == 4:
      return Self.value(month(words[0]).flatMap { CalendarDate(year: year, month: $0, day: day) })
    default:
      return .unreadable
    }
  }

  private static func value(_ date: CalendarDate?) -> Reading<CalendarDate> { date.map(Reading.value) ?? .unreadable }

  /// Finds a month by its name, or by its first letters if there are at least three and no other month starts so.
  private func month(_ word: String) -> Int? {
    if let exact = names.firstIndex(where: { $0.contains(word) }) { return exact + 1 }
    guard word.count >= 3 else { return nil }
    let matches = names.indices.filter { names[$0].contains { $0.hasPrefix(word) } }
    return matches.count == 1 ? matches[0] + 1 : nil
  }

  /// Reads up to four digits, with or without an ordinal ending such as `th`.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.utf8.count), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return Int(digits)
  }
}

extension String {
  /// The runs of letters and digits, in lower case. The Chinese and Japanese marks for year, month and day separate them
  /// too.
  fileprivate var dateWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber || "年月日".contains($0) }.map(String.init)
  }
}
