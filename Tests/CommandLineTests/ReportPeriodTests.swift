import ArgumentParser
import Care
import Clinical
import Testing

@testable import CommandLine

/// From when on a report counts.
@Suite struct ReportPeriodTests {
  @Test func isTheLastTwelveMonthsUnlessADayIsGiven() throws {
    let ofAYear = try ReportPeriod.parse([]).firstDay
    #expect(ofAYear == (try CalendarDate.today()).adding(months: -12))
    #expect(try ReportPeriod.parse(["--since", "2020-02-03"]).firstDay == CalendarDate(year: 2020, month: 2, day: 3))
  }
}
