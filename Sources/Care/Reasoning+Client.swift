import Clinical
import Records

extension Reasoning {
  /// Assesses what is known of a client today: the newest accepted intake, and of the signed evaluations, as they were last
  /// amended, what counts today.
  ///
  /// - Throws: `PlanBasisRefusal` when there is no accepted intake, or the only evaluation is not signed.
  package static func current(for client: Client.ID, at desk: Desk) async throws -> Reasoning {
    guard let intake = try await desk.acceptedIntake(of: client) else {
      let waiting = try await desk.intakes(of: client).first { $0.state.waitsForReview }
      throw CareRefusal.planBasis(.noAcceptedIntake(try await desk.client("\(client)"), waiting: waiting))
    }
    let evaluations = try await desk.evaluations(of: client)
    let signed = evaluations.signed
    guard !signed.isEmpty || evaluations.isEmpty else {
      throw CareRefusal.planBasis(.unsignedEvaluation(try await desk.client("\(client)"), evaluations[0]))
    }
    return try await Reasoning(
      intake, signed, on: .today(), by: try await desk.content(intake.contentVersion), at: desk)
  }

  /// Assesses the intake and the evaluations from which a plan was made, on the day on which it was.
  static func original(of plan: Plan, at desk: Desk) async throws -> Reasoning {
    let intake = try await desk.intake("\(plan.intake)")
    let pack = try await desk.content(intake.contentVersion)
    let madeOn = try CalendarDate.local(plan.issuedAt ?? plan.createdAt)
    let signed = try await desk.evaluations(of: plan.client).signed.drop { $0.id != plan.evaluation }
    return try await Reasoning(intake, Array(signed), on: madeOn, by: pack, at: desk)
  }

  /// Assesses what counts for a plan that is out: the newest intake, from the moment it is sent. Nil when the client has
  /// no intake.
  ///
  /// - Parameter pack: the content to assess with; nil means that of the intake.
  static func newest(for client: Client.ID, at desk: Desk, by pack: ContentPack? = nil) async throws -> Reasoning? {
    guard let newest = try await desk.intakes(of: client).first else { return nil }
    let content = if let pack { pack } else { try await desk.content(newest.contentVersion) }
    return try await Reasoning(
      newest, try await desk.evaluations(of: client).signed, on: .today(), by: content, at: desk)
  }

  /// - Throws: `PlanBasisRefusal.newerIntakeHasFlags` while red flags of a newer intake wait to be acknowledged.
  func refuseWaitingFlags(at desk: Desk) async throws {
    let waiting = try await desk.intakes(of: intake.client).first {
      $0.state.waitsForReview && $0.submittedAt > intake.submittedAt && !$0.openFlags.isEmpty
    }
    if let waiting { throw CareRefusal.planBasis(.newerIntakeHasFlags(waiting)) }
  }
}
