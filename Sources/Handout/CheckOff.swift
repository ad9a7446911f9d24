import Clinical

/// The weeks to tick off until the next visit.
struct CheckOff {
  /// The greatest number of weeks on a sheet.
  private static let longest = 4

  let weeks: [Handout.Week]
  /// Whether the plan lasts longer than the weeks on the sheet.
  let isCut: Bool

  /// Makes the weeks from the day after the plan was issued. Without a next visit they last as long as the longest
  /// item, or two weeks if no item says how long.
  init(_ items: [(number: Int, item: HomeCareItem)], from issued: CalendarDate, to nextVisit: CalendarDate?) {
    let entries = items.compactMap { entry in Self.row(entry.item, entry.number).map { (row: $0, item: entry.item) } }
    guard let first = issued.adding(days: 1), !entries.isEmpty else {
      (weeks, isCut) = ([], false)
      return
    }
    let days = nextVisit.map { first.days(to: $0) } ?? entries.compactMap { $0.item.dose.days }.max() ?? 14
    let count = max((days + 6) / 7, 1)
    isCut = count > Self.longest
    weeks = (0..<min(count, Self.longest)).compactMap { Self.week($0, from: first, entries.map(\.row)) }
  }

  /// Returns the row of an item; nil if its dose says nothing about days.
  private static func row(_ item: HomeCareItem, _ number: Int) -> Handout.Week.Row? {
    let amounts = item.dose.amounts
    guard amounts["times_per_day"] != nil || amounts["days_per_week"] != nil else { return nil }
    // More than four boxes do not fit in a day: one box then stands for the whole day.
    let times = Int(amounts["times_per_day"] ?? 1)
    let boxes = times > 4 ? 1 : max(times, 1)
    let days = days(perWeek: Int(amounts["days_per_week"] ?? 7))
    return .init(number: number, title: item.title, boxes: (0..<7).map { days.contains($0) ? boxes : 0 })
  }

  private static func week(_ index: Int, from first: CalendarDate, _ rows: [Handout.Week.Row]) -> Handout.Week? {
    let days = (0..<7).compactMap { first.adding(days: 7 * index + $0) }
    guard days.count == 7 else { return nil }
    let words = standardWords
    return Handout.Week(
      title: words.week(index + 1, from: days[0], to: days[6]), days: days.map(words.dayOfWeek), rows: rows)
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
