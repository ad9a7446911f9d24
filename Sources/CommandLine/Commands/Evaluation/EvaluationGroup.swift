import ArgumentParser

struct EvaluationGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluation", abstract: "Postural evaluations: what you measure and find.",
    subcommands: [
      EvaluationNew.self, EvaluationList.self, EvaluationShow.self, EvaluationSign.self,
      EvaluationCompare.self,
    ])
}
