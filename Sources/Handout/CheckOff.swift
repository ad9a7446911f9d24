import Clinical

/// The days between two visits as weeks to tick off.
struct CheckOff {
  /// A sheet holds this many weeks.
  private static let longest = 4

  private let firstMonday: CalendarDate?
  private let count: Int

  /// Weeks start on the Monday after the plan was issued; without a next visit there are two.
  init(from issued: CalendarDate, to nextVisit: CalendarDate?) {
    let monday = issued.adding(days: 7 - issued.weekday)
    firstMonday = monday
    let days = nextVisit.flatMap { visit in monday.map { $0.days(to: visit) } } ?? 14
    count = min(max((days + 6) / 7, 1), Self.longest)
  }

  func weeks(_ items: [(number: Int, item: HomeCareItem)]) -> [Handout.Week] {
    let rows = items.compactMap { entry -> Handout.Week.Row? in
      let amounts = entry.item.dose.amounts
      guard amounts["times_per_day"] != nil || amounts["days_per_week"] != nil else { return nil }
      // More than four a day do not fit as boxes: one box then stands for the whole day.
      let times = Int(amounts["times_per_day"] ?? 1)
      let boxes = times > 4 ? 1 : max(times, 1)
      let days = Self.days(perWeek: Int(amounts["days_per_week"] ?? 7))
      return .init(
        number: entry.number, title: entry.item.title, boxes: (0..<7).map { days.contains($0) ? boxes : 0 })
    }
    if rows.isEmpty { return [] }
    return (0..<count).compactMap { week in
      guard let monday = firstMonday?.adding(days: week * 7), let sunday = monday.adding(days: 6) else { return nil }
      return Handout.Week(
        title:
          "Week \(week + 1), \(monday.month == sunday.month ? String(monday.day) : monday.dayAndMonth) to \(sunday.dayAndMonth)",
        days: zip(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], 0..<7).map { name, offset in
          "\(name) \(monday.adding(days: offset)?.day ?? 0)"
        }, rows: rows)
    }
  }

  /// Spread over the week with rest between; 0 is Monday.
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
