import Clinical
import JSON
import PostgreSQL

extension Desk {
  /// Returns intakes without what is in them: all that wait for review first, then the others, each the newest first.
  /// - Parameter most: nil means all of them. Those that wait are never fewer.
  package func intakes(toReviewOnly: Bool = false, most: Int? = nil) async throws -> [IntakeSummary] {
    try await call("desk.intake_list", .bool(toReviewOnly), nil, most.map { .int($0) }).decoded(as: IntakeSummary.init)
  }

  /// Returns which intakes a client has sent, the newest first, without what is in them.
  package func intakeIndex(of client: Client.ID) async throws -> [IntakeSummary] {
    try await call("desk.intake_list", .bool(false), .id(client)).decoded(as: IntakeSummary.init)
  }

  package func intake(_ reference: String) async throws -> Intake {
    try await call("desk.intake_get", .text(reference)).only(as: Intake.init)
  }

  /// Returns a client's intakes with their answers, the newest first, without those that were returned.
  package func intakes(of client: Client.ID) async throws -> [Intake] {
    try await call("desk.intake_history", .id(client)).decoded(as: Intake.init)
  }

  /// Records answers that the therapist took down, on the phone or from paper.
  package func startIntake(
    id: Intake.ID, client: Client.ID, answers: Answers, contentVersion: String, raised: [RedFlag],
    massage: MassageAdvice
  ) async throws -> Intake {
    try await call(
      "desk.intake_start", .id(id), .id(client), .json(answers.json), .text(contentVersion),
      .json(.array(raised.map(\.raised))), .text(massage.rawValue)
    ).only(as: Intake.init)
  }

  /// Adds red flags that findings raise to the accepted intake, to be acknowledged there.
  package func raiseFlags(_ raised: [RedFlag], with intake: Intake.ID) async throws {
    _ = try await call("desk.intake_raise", .id(intake), .json(.array(raised.map(\.raised))))
  }

  package func acknowledgeFlag(_ flag: RedFlag.ID, of intake: Intake.ID, action: String, note: String) async throws {
    _ = try await call(
      "desk.intake_acknowledge", .id(intake), .text(flag.rawValue), .text(action), .text(note))
  }

  package func acceptIntake(_ intake: Intake.ID) async throws {
    _ = try await call("desk.intake_accept", .id(intake))
  }

  /// Returns the newest accepted intake of a client, if there is one.
  package func acceptedIntake(of client: Client.ID) async throws -> Intake? {
    try await call("desk.intake_accepted", .id(client)).decoded(as: Intake.init).first
  }

  /// Returns the intake whose answers a client begins the next form with: the newest that was accepted or sent back.
  package func intakeToRepeat(of client: Client.ID) async throws -> Intake? {
    try await call("desk.intake_accepted", .id(client), .bool(true)).decoded(as: Intake.init).first
  }

  /// Returns the newest accepted intake of the same client before this one.
  package func previousIntake(to intake: Intake.ID) async throws -> Intake? {
    try await call("desk.intake_previous", .id(intake)).decoded(as: Intake.init).first
  }

  /// Returns an intake to the client, who answers again through a new invite.
  package func returnIntake(_ intake: Intake.ID, question: Question.ID?, message: String) async throws {
    _ = try await call(
      "desk.intake_return", .id(intake), question.map { .text($0.rawValue) }, .text(message))
  }

  /// Corrects an intake; what the client sent is kept. The intake must be accepted again.
  /// - Parameter intake: as it was read; `Refusal.stale` if somebody amended it since.
  package func amendIntake(
    _ intake: Intake, answers: Answers, raised: [RedFlag], massage: MassageAdvice, reason: String
  ) async throws -> Intake {
    try await call(
      "desk.intake_amend", .id(intake.id), .json(answers.json), .text(intake.contentVersion),
      .json(.array(raised.map(\.raised))), .text(massage.rawValue), .text(reason), .int(intake.version)
    ).only(as: Intake.init)
  }
}
