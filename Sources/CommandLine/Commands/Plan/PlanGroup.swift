import ArgumentParser

struct PlanGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Home-care plans, drafted with their reasons.",
    subcommands: [
      PlanNew.self, PlanList.self, PlanShow.self, PlanAdd.self, PlanRemove.self, PlanReorder.self, PlanPreview.self,
      PlanIssue.self, PlanExport.self,
    ])
}
