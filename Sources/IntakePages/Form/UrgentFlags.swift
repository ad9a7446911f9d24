import Clinical

extension ContentPack {
  /// The flags that call for a doctor now or soon, the most urgent first.
  func urgentFlags(for answers: Answers) -> [RedFlag] {
    let raised = assess(answers).redFlags.compactMap(redFlag)
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
