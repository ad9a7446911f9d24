import Clinical
import Testing

@testable import Records

/// The days of a plan in the client's calendar, which others may see.
@Suite struct PlanDaysTests {
  @Test func aDayIsAnEventThatBlocksNothingAndSaysNothing() throws {
    let first = try #require(CalendarDate(iso: "2026-11-30"))
    let visit = try #require(CalendarDate(iso: "2026-12-14"))
    let calendar = PlanDays(doing: [first], nextVisit: visit).calendar(
      todo: "My plan", visit: "Appointment", stamp: first)
    let lines = calendar.split(separator: "\r\n").map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.filter { $0.hasPrefix("DTSTART") } == ["DTSTART;VALUE=DATE:20261130", "DTSTART;VALUE=DATE:20261214"])
    #expect(lines.filter { $0.hasPrefix("SUMMARY") } == ["SUMMARY:My plan", "SUMMARY:Appointment"])
    #expect(Set(lines.filter { $0.hasPrefix("UID") }).count == 2)
    #expect(lines.count { $0 == "TRANSP:TRANSPARENT" } == 2)
    #expect(!calendar.contains("http"), "the link opens the plan")
  }

  @Test func withoutAnyDayThereIsNothingToKeep() {
    #expect(PlanDays(doing: [], nextVisit: nil).isEmpty)
  }
}
