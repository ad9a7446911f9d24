import ArgumentParser

struct PlanGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Home-care plans, drafted with their reasons.",
    subcommands: [PlanNew.self, PlanAdd.self, PlanRemove.self, PlanShow.self, PlanIssue.self, PlanExport.self])
}
