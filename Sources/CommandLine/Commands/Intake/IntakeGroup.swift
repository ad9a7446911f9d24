import ArgumentParser

struct IntakeGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "What clients told you, red flags first.",
    subcommands: [
      IntakeList.self, IntakeShow.self, IntakeReview.self, IntakeStart.self, IntakeFlagCommand.self, IntakeAccept.self,
      IntakeReturn.self,
      IntakeDiff.self, IntakeAmend.self, IntakePrint.self,
    ])
}
