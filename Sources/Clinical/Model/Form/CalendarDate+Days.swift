extension CalendarDate {
  /// The number of days since 1 March of the year 0.
  private var ordinal: Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }

  private init?(ordinal: Int) {
    guard ordinal >= 306 else { return nil }
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day of the week from 0 for Monday to 6 for Sunday.
  package var weekday: Int { (ordinal + 2) % 7 }

  /// Returns the day that many days later; nil before the year 1 and beyond the year 9999.
  package func adding(days: Int) -> CalendarDate? { CalendarDate(ordinal: ordinal + days) }

  /// Returns the same day of another month, or its last day where that month is shorter; nil before the year 1 and beyond
  /// the year 9999.
  package func adding(months: Int) -> CalendarDate? {
    let index = year * 12 + month - 1 + months
    guard index >= 12 else { return nil }
    return (0...3).lazy.compactMap { shorter in
      CalendarDate(year: index / 12, month: index % 12 + 1, day: day - shorter)
    }.first
  }

  /// Returns the number of days until a later day.
  package func days(to later: CalendarDate) -> Int { later.ordinal - ordinal }
}
