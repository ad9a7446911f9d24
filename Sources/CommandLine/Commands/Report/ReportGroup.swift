import ArgumentParser

struct ReportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "The practice in figures; small groups are not shown.",
    subcommands: [ReportCompletion.self, ReportOutcomes.self, ReportFlags.self, ReportRetention.self])
}
