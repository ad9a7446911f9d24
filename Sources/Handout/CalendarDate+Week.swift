import Clinical

extension CalendarDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// As `16 November 2026`.
  var inWords: String { "\(dayAndMonth) \(year)" }
  /// As `16 November`.
  var dayAndMonth: String { "\(day) \(Self.months[month - 1])" }

  /// Days since 1 March of the year 0.
  private var ordinal: Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }

  private init?(ordinal: Int) {
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// As `Mon`.
  var weekdayName: String { ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"][ordinal % 7] }

  /// Nil beyond the year 9999.
  func adding(days: Int) -> CalendarDate? { CalendarDate(ordinal: ordinal + days) }

  func days(to later: CalendarDate) -> Int { later.ordinal - ordinal }
}
