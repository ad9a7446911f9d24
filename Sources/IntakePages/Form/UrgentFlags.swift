import Clinical

extension AnswerSheet {
  /// The raised flags for which the client should see a doctor now or soon and which they may read, the most urgent first.
  var urgentFlags: [RedFlag] {
    let raised = redFlags.filter { !$0.isPrivate }
    return raised.filter { $0.urgency == .emergency } + raised.filter { $0.urgency == .urgent }
  }
}
