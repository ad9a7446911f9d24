import ArgumentParser

struct ExportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Leave with what you have: plans, a client, the practice.",
    subcommands: [
      ExportPlans.self, ExportCSV.self, ExportVCard.self, ExportFHIR.self, ExportClient.self, ExportPractice.self,
    ])
}
