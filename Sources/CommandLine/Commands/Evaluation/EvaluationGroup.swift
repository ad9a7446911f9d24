import ArgumentParser

struct EvaluationGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluation", abstract: "Postural evaluations: what you measure and find.",
    subcommands: [
      EvaluationNew.self, EvaluationPhoto.self, EvaluationConfirm.self, EvaluationPicture.self,
      EvaluationMeasure.self, EvaluationList.self, EvaluationShow.self, EvaluationCompare.self, EvaluationEdit.self,
      EvaluationSign.self, EvaluationAmend.self, EvaluationDiscard.self, EvaluationPrint.self,
    ])
}
