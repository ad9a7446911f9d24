import Clinical
import Foundation

extension CalendarDate {
  /// The first and the last second of the day, in the time zone of this computer.
  var startOfDay: Date? { time(hour: 0, minute: 0, second: 0) }
  var endOfDay: Date? { time(hour: 23, minute: 59, second: 59) }

  private func time(hour: Int32, minute: Int32, second: Int32) -> Date? {
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    parts.tm_hour = hour
    parts.tm_min = minute
    parts.tm_sec = second
    parts.tm_isdst = -1
    let seconds = mktime(&parts)
    return seconds == -1 ? nil : Date(timeIntervalSince1970: TimeInterval(seconds))
  }
}
