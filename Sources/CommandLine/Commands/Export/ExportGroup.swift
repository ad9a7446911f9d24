import ArgumentParser

struct ExportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Many documents at once.", subcommands: [ExportPlans.self])
}
