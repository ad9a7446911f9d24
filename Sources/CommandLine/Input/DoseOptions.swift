import ArgumentParser
import Clinical

/// How much and how often.
struct DoseOptions: ParsableArguments {
  @Option(help: "Sets.")
  var sets: Int?
  @Option(help: "Repeats in a set.")
  var repeats: Int?
  @Option(help: ArgumentHelp("How long to hold.", valueName: "seconds"))
  var hold: Int?
  @Option(help: "Minutes at a time.")
  var minutes: Int?
  @Option(help: "Times a day.")
  var timesADay: Int?
  @Option(help: "Days a week.")
  var daysAWeek: Int?
  @Option(help: "Weeks.")
  var weeks: Int?

  /// What was given.
  var amounts: [Dose.Amount: Int] {
    let given: [(Dose.Amount, Int?)] = [
      (.sets, sets), (.repeats, repeats), (.holdSeconds, hold), (.minutes, minutes), (.timesADay, timesADay),
      (.daysAWeek, daysAWeek), (.weeks, weeks),
    ]
    return Dictionary(uniqueKeysWithValues: given.compactMap { name, value in value.map { (name, $0) } })
  }
}
