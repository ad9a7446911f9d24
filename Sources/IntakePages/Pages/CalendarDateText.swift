import Clinical
import Foundation

/// Days and times as people write them.
enum CalendarDateText {
  /// 21 November 2026
  static func day(of date: Date) -> String { answerWords.day(CalendarDate(date)) }

  /// 21 November 2026, 09:05 UTC
  static func minute(of date: Date) -> String {
    let time = date.formatted(.iso8601.time(includingFractionalSeconds: false)).prefix(5)
    return "\(day(of: date)), \(time) UTC"
  }
}
