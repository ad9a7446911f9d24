import ArgumentParser
import Care
import Clinical
import Testing

@testable import CommandLine

/// From when on a report counts.
@Suite struct ReportPeriodTests {
  /// Whole months, since a report has a line for each.
  @Test func isTwelveMonthsUnlessADayIsGiven() throws {
    let today = try CalendarDate.today()
    let first = try ReportPeriod.parse([]).firstDay
    #expect(first.day == 1 && first.adding(months: 11).map { [$0.year, $0.month] } == [today.year, today.month])
    #expect(try ReportPeriod.parse(["--since", "2020-02-03"]).firstDay == CalendarDate(year: 2020, month: 2, day: 3))
  }
}
