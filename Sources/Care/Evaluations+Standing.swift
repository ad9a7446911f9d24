import Clinical
import Records

extension Evaluations {
  /// Returns what counts today of everything that was found with a client.
  package func standing(of client: Client.ID, by pack: ContentPack) async throws -> StandingFindings {
    try await desk.evaluations(of: client).signed.standing(on: .today(), pack)
  }
}

extension Desk {
  /// Returns what a client has told in the newest intake that was accepted; nothing before there is one.
  func acceptedAnswers(of client: Client.ID) async throws -> Answers {
    try await acceptedIntake(of: client)?.answers ?? Answers()
  }
}

extension [EvaluationRecord] {
  /// Those that are signed, in their order.
  var signed: [EvaluationRecord] { filter { $0.state != .draft } }

  /// Returns what counts on a day of these, of which the newest is the first.
  func standing(on day: CalendarDate, _ pack: ContentPack) throws -> StandingFindings {
    pack.standing(of: try map { (try .local($0.recordedAt), $0.evaluation) }, on: day)
  }
}
