import Clinical

/// The weeks to tick off until the next visit.
struct CheckOff {
  /// The greatest number of weeks on a sheet.
  private static let longest = 3

  /// Nil if there is nothing to do.
  let calendar: Handout.Calendar?
  let weeks: Int
  /// Whether the plan lasts longer than the weeks on the sheet.
  let isCut: Bool

  /// Makes the weeks from the day after the plan was issued. Without a next visit they last as long as the longest
  /// item, or two weeks if no item says how long.
  init(_ entries: PlanEntries, from issued: CalendarDate, to nextVisit: CalendarDate?) {
    let lasts = entries.now.compactMap(\.item.dose.days).max()
    let first = issued.adding(days: 1)
    let count = max(((nextVisit.flatMap { first?.days(to: $0) } ?? lasts ?? 14) + 6) / 7, 1)
    let weeks = min(count, Self.longest)
    let days = (0..<7 * weeks).compactMap { first?.adding(days: $0) }
    let now = entries.now.compactMap { Self.row($0, from: 0, weeks: weeks) }
    (self.weeks, isCut) = (weeks, count > Self.longest)
    guard let start = days.first, let end = days.last, days.count == 7 * weeks, !now.isEmpty else {
      calendar = nil
      return
    }
    let words = standardWords
    let pain = Handout.Calendar.Row(
      number: nil, title: words.painOfDay, days: Array(repeating: .number, count: days.count))
    // A step takes a week at least, so the second one can start in the second week.
    let later = entries.later.filter { $0.phase <= weeks }.flatMap { step in
      [.init(number: nil, title: words.ifReady(forStep: step.phase), days: [])]
        + step.entries.compactMap { Self.row($0, from: step.phase - 1, weeks: weeks) }
    }
    calendar = Handout.Calendar(
      title: words.weeks(weeks, from: start, to: end), days: days.map(words.dayOfWeek), rows: now + [pain] + later)
  }

  /// Returns the row of a thing to do; nil if its dose says nothing about days.
  ///
  /// - Parameter start: the week in which it begins, from 0.
  private static func row(_ entry: PlanEntries.Entry, from start: Int, weeks: Int) -> Handout.Calendar.Row? {
    let amounts = entry.item.dose.amounts
    guard amounts["times_per_day"] != nil || amounts["days_per_week"] != nil else { return nil }
    let chosen = days(perWeek: Int(amounts["days_per_week"] ?? 7))
    return .init(
      number: entry.number, title: entry.item.title,
      days: (0..<7 * weeks).map { $0 / 7 >= start && chosen.contains($0 % 7) ? .box : .rest })
  }

  /// Returns the days of the week, from 0, that spread so many days with rest between them.
  private static func days(perWeek count: Int) -> Set<Int> {
    switch count {
    case ...1: [2]
    case 2: [1, 4]
    case 3: [0, 2, 4]
    case 4: [0, 1, 3, 4]
    case 5: [0, 1, 2, 3, 4]
    case 6: [0, 1, 2, 3, 4, 5]
    default: Set(0...6)
    }
  }
}

extension Dose {
  /// The number of days for which the dose is meant; nil if it does not say.
  fileprivate var days: Int? {
    let weeks = (amounts["weeks"] ?? amounts["trial_weeks"]).map { $0 * 7 }
    return (weeks ?? amounts["days"]).map { Int($0) }
  }
}
