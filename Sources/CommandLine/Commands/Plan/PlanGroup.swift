import ArgumentParser

struct PlanGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Home-care plans, drafted with their reasons.",
    subcommands: [
      PlanNew.self, PlanList.self, PlanShow.self, PlanExplain.self, PlanAdd.self, PlanRemove.self, PlanReorder.self,
      PlanDose.self, PlanEdit.self, PlanPreview.self, PlanPrint.self, PlanDiff.self, PlanIssueCommand.self,
      PlanExport.self,
      PlanLink.self, PlanSend.self, PlanRevise.self, PlanDiscard.self, PlanPause.self, PlanResume.self, PlanClose.self,
      PlanTemplateGroup.self,
    ])
}
