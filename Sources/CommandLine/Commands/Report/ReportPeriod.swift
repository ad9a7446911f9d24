import ArgumentParser
import Care
import Clinical

/// What a report covers: twelve months, of which this one is the last, unless a day is given. All the years of a large
/// practice take seconds.
struct ReportPeriod: ParsableArguments {
  @Option(
    help: ArgumentHelp("Since this day. Without it, of 12 months up to this one.", valueName: "yyyy-mm-dd"),
    transform: TypedDay.past)
  var since: TypedDay?

  var firstDay: CalendarDate {
    get throws {
      if let since { return try since.day }
      let today = try CalendarDate.today()
      let month = CalendarDate(year: today.year, month: today.month, day: 1) ?? today
      return month.adding(months: -11) ?? month
    }
  }

  /// Tells a person from when on.
  func note(on console: Console) throws {
    guard !console.isForPrograms else { return }
    console.note("Since \(answerWords.day(try firstDay))\(since == nil ? "; --since goes further back" : "").")
  }
}
