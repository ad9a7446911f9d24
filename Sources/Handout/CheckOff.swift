import Clinical

/// The days until the next visit as weeks to tick off.
struct CheckOff {
  /// A sheet holds this many weeks.
  private static let longest = 4

  let weeks: [Handout.Week]
  /// Whether there is more to do than the weeks hold.
  let isCut: Bool

  /// Weeks begin with the day after the plan was issued. Without a next visit they last as long as what is to be done,
  /// or two weeks where nothing says how long.
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

  /// Nil for what is not done by the day.
  private static func row(_ item: HomeCareItem, _ number: Int) -> Handout.Week.Row? {
    let amounts = item.dose.amounts
    guard amounts["times_per_day"] != nil || amounts["days_per_week"] != nil else { return nil }
    // More than four a day do not fit as boxes: one box then stands for the whole day.
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

  /// Spread over the week with rest between.
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
  /// How long it goes on, where that is said.
  fileprivate var days: Int? {
    let weeks = (amounts["weeks"] ?? amounts["trial_weeks"]).map { $0 * 7 }
    return (weeks ?? amounts["days"]).map { Int($0) }
  }
}
