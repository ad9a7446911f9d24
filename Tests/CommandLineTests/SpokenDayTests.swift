import Care
import Clinical
import Foundation
import Testing

@testable import CommandLine

/// Days as people say them, from Sunday 29 November 2026.
@Suite struct SpokenDayTests {
  private let today = CalendarDate(year: 2026, month: 11, day: 29)

  private func read(_ text: String, _ direction: SpokenDay.Direction) throws -> String? {
    SpokenDay(text, direction, today: try #require(today)).day?.iso
  }

  @Test(arguments: [
    ("today", "2026-11-29"), ("Tomorrow", "2026-11-30"), ("yesterday", "2026-11-28"), ("+1w", "2026-12-06"),
    ("+10d", "2026-12-09"), ("+10", "2026-12-09"), ("-1m", "2026-10-29"), ("+3m", "2027-02-28"), ("+15m", "2028-02-29"),
    ("-11m", "2025-12-29"), ("2026-12-01", "2026-12-01"), ("12 April 2027", "2027-04-12"),
    ("last friday", "2026-11-27"), ("last Sunday", "2026-11-22"),
  ])
  func whatIsClearIsTheSameInBothDirections(said: String, day: String) throws {
    #expect(try read(said, .toCome) == day)
    #expect(try read(said, .past) == day)
  }

  @Test(arguments: [
    ("monday", "2026-11-30", "2026-11-23"), ("fri", "2026-12-04", "2026-11-27"),
    ("next friday", "2026-12-04", "2026-11-27"), ("sunday", "2026-12-06", "2026-11-29"),
    ("12 April", "2027-04-12", "2026-04-12"), ("29 November", "2026-11-29", "2026-11-29"),
    ("29 February", "2028-02-29", "2024-02-29"),
  ])
  func aDayWithoutAYearIsTheNextOrTheLast(said: String, next: String, last: String) throws {
    #expect(try read(said, .toCome) == next)
    #expect(try read(said, .past) == last)
  }

  @Test(arguments: ["", "fr", "someday", "+1y", "32 April", "2026-02-30", "-99999w", "+9999m1", "31 June"])
  func whatIsNoDayIsNone(said: String) throws {
    #expect(try read(said, .toCome) == nil)
  }

  @Test func daysBeyondTheCalendarAreNone() throws {
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    #expect(first.adding(days: -1) == nil && first.adding(months: -1) == nil)
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    #expect(last.adding(days: 1) == nil && last.adding(months: 1) == nil)
  }

  @Test func whatWorksForSomeTimeMayWorkUntilADay() throws {
    let tomorrow = try CalendarDate.today().adding(days: 1)
    #expect(try Period(argument: "tomorrow")?.end == tomorrow?.endOfDay)
    #expect(try Period(argument: "+1d")?.end == tomorrow?.endOfDay)
    let hours = try #require(Period(argument: "36h")).end.timeIntervalSinceNow / 3600
    #expect(hours > 35.9 && hours <= 36)
    #expect(Period(argument: "friday") != nil && Period(argument: "soon") == nil && Period(argument: "0d") == nil)
    #expect(throws: CommandError.self) { try Period(argument: "yesterday")?.end }
  }
}
