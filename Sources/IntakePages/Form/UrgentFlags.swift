import Clinical

extension ContentPack {
  /// The flags that call for a doctor now or soon, the most urgent first.
  func urgentFlags(for answers: Answers) -> [RedFlag] {
    urgentFlags(of: assess(answers))
  }

  func urgentFlags(of assessment: Assessment) -> [RedFlag] {
    let raised = assessment.redFlags.compactMap(redFlag)
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
