import Clinical
import Foundation

extension CalendarDate {
  /// Returns the day of a point in time, in the time zone of this computer.
  package static func local(_ date: Date) throws -> CalendarDate {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil,
      let day = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw CareRefusal.clockIsWrong }
    return day
  }

  package static func today() throws -> CalendarDate { try local(Date()) }
}
