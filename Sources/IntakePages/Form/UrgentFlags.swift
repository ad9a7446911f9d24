import Clinical

extension ContentPack {
  /// The flags that call for a doctor now or soon, the most urgent first.
  func urgentFlags(for sheet: AnswerSheet) -> [RedFlag] {
    let raised = assess(sheet).redFlags.compactMap(redFlag)
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
