import Clinical

extension AnswerSheet {
  /// The raised flags for which the client should see a doctor now or soon, the most urgent first.
  var urgentFlags: [RedFlag] {
    let raised = redFlags
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
