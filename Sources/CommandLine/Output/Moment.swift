import Care
import Clinical
import Foundation
import JSON

/// A point in time, written for programs or for people.
enum Moment {
  /// Returns the time in UTC, to the second: `2026-11-24T08:02:00Z`.
  static func iso(_ date: Date) -> String { write(date, "%Y-%m-%dT%H:%M:%SZ", gmtime_r) }

  /// Reads a time as `iso` writes it; nil for anything else.
  static func date(iso text: String) -> Date? { try? Date(text, strategy: .iso8601) }

  /// Returns the time in the practice's time zone, which `ProcessTimeZone` enters: `24 Nov 2026 08:02`.
  static func local(_ date: Date) -> String { "\(localDay(date)) \(write(date, "%H:%M", localtime_r))" }

  static func localDay(_ date: Date) -> String { (try? CalendarDate.local(date)).map(day) ?? "" }

  /// Returns the day as `localDay` does.
  static func day(_ date: CalendarDate) -> String { answerWords.shortDay(date) }

  private static func write(
    _ date: Date, _ format: String,
    _ zone: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?
  ) -> String {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    guard zone(&seconds, &parts) != nil else { return "" }
    var text = [CChar](repeating: 0, count: 64)
    let length = strftime(&text, text.count, format, &parts)
    return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension JSON {
  init(_ date: Date?) { self.init(date.map(Moment.iso)) }
  init(_ day: CalendarDate?) { self.init(day?.iso) }
}
