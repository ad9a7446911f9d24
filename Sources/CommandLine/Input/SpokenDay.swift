import Clinical
import Installation

/// A day as a person types it: `2026-04-12`, `12 April 2026`, `12 April`, `friday`, `tomorrow`, `+1w`.
struct SpokenDay {
  /// Where a day without a year lies: the next visit is to come, what a list begins with is over.
  enum Direction { case toCome, past }

  let day: CalendarDate?
  /// The days that the text could mean, when that is not clear.
  let meanings: [String]

  init(_ text: String, _ direction: Direction, today: CalendarDate) {
    let words = text.trimmed.lowercased()
    if let day = CalendarDate(iso: words) ?? Self.relative(words, direction, today) {
      (self.day, meanings) = (day, [])
      return
    }
    let pack = try? ShareDirectory.contentPack()
    // 29 February is up to eight years away.
    let years = (today.year - 8)...(today.year + 8)
    let dated = years.compactMap { pack?.readDay("\(words) \($0)").day }
    if !words.contains(/[0-9]{4}/), !dated.isEmpty {
      day = direction == .toCome ? dated.first { $0 >= today } : dated.last { $0 <= today }
      meanings = []
    } else {
      (day, meanings) = pack?.readDay(words) ?? (nil, [])
    }
  }

  private static func relative(_ words: String, _ direction: Direction, _ today: CalendarDate) -> CalendarDate? {
    if let days = ["yesterday": -1, "today": 0, "tomorrow": 1][words] { return today.adding(days: days) }
    if let match = words.wholeMatch(of: /([+\-][0-9]{1,4})(d|w|m|)/), let count = Int(match.1) {
      return match.2 == "m" ? today.adding(months: count) : today.adding(days: match.2 == "w" ? 7 * count : count)
    }
    let isLast = words.hasPrefix("last ")
    let name = isLast || words.hasPrefix("next ") ? String(words.dropFirst(5)) : words
    guard name.count >= 3, let weekday = weekdays.firstIndex(where: { $0.hasPrefix(name) }) else { return nil }
    // Said on a Friday, friday is the one in a week; a list since friday begins today.
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    if isLast { return today.adding(days: ahead == 7 ? -7 : ahead - 7) }
    return today.adding(days: direction == .toCome ? ahead : ahead - 7)
  }

  private static let weekdays = EnglishAnswerWords.weekdays.map { $0.lowercased() }
}
