import Clinical

extension AnswerSheet {
  /// The flags that call for a doctor now or soon, the most urgent first.
  var urgentFlags: [RedFlag] {
    let raised = redFlags
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
