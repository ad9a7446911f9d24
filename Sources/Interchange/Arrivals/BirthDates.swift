import Clinical

/// Which of two numbers in a date is the day.
package enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// The birth dates of a column, which one system has written in one order.
struct BirthDates {
  enum Reading: Equatable {
    case day(CalendarDate)
    /// A day that one may read in two ways, day first and month first.
    case either(CalendarDate, CalendarDate)
    case unreadable
  }

  /// Nil when no date tells the order, or dates contradict each other.
  let order: DateOrder?
  private let pack: ContentPack
  private let today: CalendarDate

  /// - Parameter order: the order that a person told.
  init(_ texts: [String], order: DateOrder?, pack: ContentPack, today: CalendarDate) {
    self.pack = pack
    self.today = today
    let parts = texts.compactMap(Self.numbers)
    let isDayFirst = parts.contains { $0.first > 12 }
    let isMonthFirst = parts.contains { $0.second > 12 }
    self.order = order ?? (isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst)
  }

  func read(_ text: String) -> Reading {
    if let match = text.firstMatch(of: /^([0-9]{4})[-\/.]([0-9]{1,2})[-\/.]([0-9]{1,2})(?:[T ].*)?$/) {
      return Self.day(Int(match.1), Int(match.2), Int(match.3)).map(Reading.day) ?? .unreadable
    }
    guard let parts = Self.numbers(text) else { return pack.readDay(text).day.map(Reading.day) ?? .unreadable }
    let year = parts.year > 99 ? parts.year : century(of: parts.year)
    let dayFirst = CalendarDate(year: year, month: parts.second, day: parts.first)
    let monthFirst = CalendarDate(year: year, month: parts.first, day: parts.second)
    switch (dayFirst, monthFirst, order) {
    case (let day?, let other?, _) where day == other: return .day(day)
    case (let day?, _, .dayFirst): return .day(day)
    case (_, let day?, .monthFirst): return .day(day)
    case (let day?, let other?, nil): return .either(day, other)
    case (let day?, nil, nil), (nil, let day?, nil): return .day(day)
    default: return .unreadable
    }
  }

  /// Returns the year of two digits: the last one that is not to come.
  private func century(of year: Int) -> Int { year + (year > today.year % 100 ? 1900 : 2000) }

  /// Reads three numbers of which the year is last, with a time of day behind them or not.
  private static func numbers(_ text: String) -> (first: Int, second: Int, year: Int)? {
    guard let match = text.firstMatch(of: /^([0-9]{1,2})[-\/. ]([0-9]{1,2})[-\/. ]([0-9]{4}|[0-9]{2})(?: .*)?$/),
      let first = Int(match.1), let second = Int(match.2), let year = Int(match.3)
    else { return nil }
    return (first, second, year)
  }

  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
