import ArgumentParser
import Care
import Clinical

/// What a report covers: a year unless a day is given. All the years of a large practice take seconds.
struct ReportPeriod: ParsableArguments {
  @Option(
    help: ArgumentHelp("Since this day. Without it, of the last 12 months.", valueName: "yyyy-mm-dd"),
    transform: TypedDay.past)
  var since: TypedDay?

  var firstDay: CalendarDate {
    get throws {
      if let since { return try since.day }
      let today = try CalendarDate.today()
      return today.adding(months: -12) ?? today
    }
  }

  /// Tells a person from when on.
  func note(on console: Console) throws {
    guard !console.isForPrograms else { return }
    console.note("Since \(answerWords.day(try firstDay))\(since == nil ? "; --since goes further back" : "").")
  }
}
