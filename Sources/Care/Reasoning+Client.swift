import Clinical
import Records

extension Reasoning {
  /// Assesses what is known of a client today: the newest accepted intake, and the newest signed evaluation as it was
  /// last amended.
  ///
  /// - Throws: `PlanBasisRefusal` when there is no accepted intake, or the only evaluation is not signed.
  package static func current(for client: Client, at desk: Desk) async throws -> Reasoning {
    guard let intake = try await desk.acceptedIntake(of: client.id) else {
      let waiting = try await desk.intakes(of: client.id).first { $0.state.waitsForReview }
      throw CareRefusal.planBasis(.noAcceptedIntake(client, waiting: waiting))
    }
    let evaluations = try await desk.evaluations(of: client.id)
    let signed = evaluations.newestSigned
    guard signed != nil || evaluations.isEmpty else {
      throw CareRefusal.planBasis(.unsignedEvaluation(client, evaluations[0]))
    }
    return try await Reasoning(intake, signed, at: desk)
  }

  /// Assesses what is known today of the client of a plan, since intake and evaluation may have changed after the plan
  /// was drafted.
  package static func current(for plan: Plan, at desk: Desk) async throws -> Reasoning {
    try await current(for: try await desk.client("\(plan.client)"), at: desk)
  }

  /// Assesses the intake and the evaluation from which a plan was made.
  static func original(of plan: Plan, at desk: Desk) async throws -> Reasoning {
    let intake = try await desk.intake("\(plan.intake)")
    guard let evaluation = plan.evaluation else { return try await Reasoning(intake, nil, at: desk) }
    return try await Reasoning(intake, try await desk.evaluation("\(evaluation)"), at: desk)
  }

  /// Assesses what counts for a plan that is out: the newest intake, from the moment it is sent. Nil when the client has
  /// no intake.
  static func newest(for client: Client.ID, at desk: Desk) async throws -> Reasoning? {
    guard let newest = try await desk.intakes(of: client).first else { return nil }
    return try await Reasoning(newest, try await desk.evaluations(of: client).newestSigned, at: desk)
  }

  /// - Throws: `PlanBasisRefusal.newerIntakeHasFlags` while red flags of a newer intake wait to be acknowledged.
  func refuseWaitingFlags(at desk: Desk) async throws {
    let waiting = try await desk.intakes(of: intake.client).first {
      $0.state.waitsForReview && $0.submittedAt > intake.submittedAt && !$0.openFlags.isEmpty
    }
    if let waiting { throw CareRefusal.planBasis(.newerIntakeHasFlags(waiting)) }
  }
}

extension [EvaluationRecord] {
  /// The newest evaluation that is signed; nil if none is.
  var newestSigned: EvaluationRecord? {
    filter { $0.state != .draft }.max { $0.recordedAt < $1.recordedAt }
  }
}
