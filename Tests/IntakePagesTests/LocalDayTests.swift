import Clinical
import Foundation
import Testing

@testable import IntakePages

/// Days are counted in the practice's time zone, even on the days when its clocks change.
@Suite struct LocalDayTests {
  @Test(arguments: [
    ("2026-11-29T04:30:00Z", "America/Toronto", "2026-11-28"),
    ("2026-11-29T05:30:00Z", "America/Toronto", "2026-11-29"),
    // In summer time a day begins an hour earlier in UTC.
    ("2026-07-01T04:30:00Z", "America/Toronto", "2026-07-01"),
    ("2026-07-01T03:59:59Z", "America/Toronto", "2026-06-30"),
    ("2026-03-08T06:59:59Z", "America/Toronto", "2026-03-08"),
    ("2026-11-01T04:00:00Z", "America/Toronto", "2026-11-01"),
    ("2026-11-28T11:00:00Z", "Pacific/Auckland", "2026-11-29"), ("2026-11-28T18:30:00Z", "Asia/Kolkata", "2026-11-29"),
    ("2026-11-29T04:30:00Z", "UTC", "2026-11-29"),
  ])
  func isThePracticesOwn(time: String, zone: String, day: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    #expect(CalendarDate(try Date(time, strategy: .iso8601), in: zone).iso == day)
  }

  @Test func theReceiptNamesTheZone() throws {
    let sent = try Date("2026-07-01T03:30:00Z", strategy: .iso8601)
    let toronto = English(zone: try #require(TimeZone(identifier: "America/Toronto")))
    #expect(toronto.received(therapist: "Mira", at: sent).contains("30 June 2026, 23:30 (America/Toronto)"))
    #expect(English().received(therapist: "Mira", at: sent).contains("1 July 2026, 03:30 UTC"))
  }
}
