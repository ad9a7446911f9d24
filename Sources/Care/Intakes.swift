import Clinical
import Records

/// What a therapist did about a red flag.
package enum FlagAction: String, Sendable, CaseIterable { case refer, adapt, proceed }

/// The intakes of a practice: taken down, corrected, reviewed and accepted.
package struct Intakes: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }
}

// MARK: - Review

extension Intakes {
  /// Returns the intakes that wait for their review, the most pressing first.
  package func waiting() async throws -> [IntakeSummary] {
    try await desk.intakes(toReviewOnly: true).sorted(by: IntakeSummary.mostPressingFirst)
  }

  /// Returns red flags that may be acknowledged with an intake: its own, and those that the signed findings raise together
  /// with it once it is accepted.
  ///
  /// - Throws: `IntakeRefusal.flagNotRaised` for any other.
  package func raisedFlags(_ flags: [RedFlag.ID], with intake: Intake) async throws -> [RaisedFlag] {
    let own = intake.flags.map { RaisedFlag(id: $0.flag, title: $0.title, found: nil) }
    let areOwn = flags.allSatisfy { flag in own.contains { $0.id == flag } }
    let known = areOwn ? own : own + (try await flagsFound(with: intake))
    return try flags.unique.map { flag in
      guard let raised = known.first(where: { $0.id == flag }) else {
        throw CareRefusal.intake(.flagNotRaised(flag, intake))
      }
      return raised
    }
  }

  private func flagsFound(with intake: Intake) async throws -> [RaisedFlag] {
    guard intake.state == .accepted else { return [] }
    let reasoning = try await Reasoning.current(for: intake.client, at: desk)
    guard reasoning.intake.id == intake.id else { return [] }
    return reasoning.assessment.redFlags.compactMap(reasoning.pack.redFlag).map {
      RaisedFlag(id: $0.id, title: $0.title, found: $0)
    }
  }

  /// Records what was done about red flags: about all of them or, when one is refused, about none. A flag that only the
  /// findings raise is first added to the intake.
  package func acknowledge(
    _ flags: [RaisedFlag], of intake: Intake, _ action: FlagAction, note: String, dryRun: Bool
  ) async throws {
    guard !note.isEmpty else { throw CareRefusal.intake(.emptyNote) }
    let found = flags.compactMap(\.found)
    try await desk.perform(dryRun: dryRun) {
      if !found.isEmpty { try await desk.raiseFlags(found, with: intake.id) }
      for flag in flags {
        try await desk.acknowledgeFlag(flag.id, of: intake.id, action: action.rawValue, note: note)
      }
    }
  }

  /// Checks an intake that is about to be accepted. The database refuses what this does.
  ///
  /// - Parameter acknowledged: flags that count as acknowledged although the intake, as it was read, does not say so.
  /// - Throws: `IntakeRefusal.unacknowledgedFlags` with those that are open; `ConsentRefusal.withheld`.
  package func check(_ intake: Intake, besides acknowledged: Set<RedFlag.ID> = []) async throws -> CheckedIntake {
    let open = intake.openFlags.filter { !acknowledged.contains($0.flag) }
    guard open.isEmpty else { throw CareRefusal.intake(.unacknowledgedFlags(open, intake)) }
    try await Consents(at: desk).refuseWithheld(by: intake.client)
    return CheckedIntake(intake: intake, client: try await desk.client("\(intake.client)"))
  }

  /// Accepts an intake, and records those of its answers about the client that were chosen. From an intake that was
  /// accepted before, only answers are recorded.
  ///
  /// Plans are paused before the record is changed, so that an unsafe plan does not stay open when that change fails. Nor
  /// does a plan that cannot be paused prevent the change.
  package func accept(_ checked: CheckedIntake, taking claims: [ClientClaim]) async throws -> Acceptance {
    let intake = checked.intake
    if intake.state != .accepted || claims.isEmpty { try await desk.acceptIntake(intake.id) }
    let pauses = await Plans(at: desk).pauseTouched(of: intake.client)
    guard !claims.isEmpty else { return Acceptance(intake: intake, pauses: pauses, notTaken: nil) }
    do {
      let changes = claims.map { ($0.detail, Optional($0.claimed)) }
      _ = try await desk.editClient(checked.client, Dictionary(changes) { _, last in last })
      return Acceptance(intake: intake, pauses: pauses, notTaken: nil)
    } catch {
      return Acceptance(intake: intake, pauses: pauses, notTaken: (claims, error))
    }
  }

  /// Sends an intake back to the client, who answers again through a new link.
  package func giveBack(_ intake: Intake, question: Question.ID?, message: String, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) {
      try await desk.returnIntake(intake.id, question: question, message: message)
    }
  }

  /// - Throws: `IntakeRefusal.noQuestion` when the form of the intake has no such question.
  package func refuseUnknown(_ question: Question.ID, in intake: Intake) async throws {
    let pack = try await desk.content(intake.contentVersion)
    if pack.question(question) == nil { throw CareRefusal.intake(.noQuestion(question)) }
  }
}

/// An intake whose red flags were acknowledged and whose client agrees to what care rests on. Only `Intakes.check` makes
/// one, and only such an intake is accepted.
package struct CheckedIntake: Sendable {
  package let intake: Intake
  package let client: Client
  /// Where the answers differ from the client's record.
  package var claims: [ClientClaim] { client.claims(in: intake.answers) }

  fileprivate init(intake: Intake, client: Client) {
    self.intake = intake
    self.client = client
  }
}

/// A red flag that may be acknowledged with an intake.
package struct RaisedFlag: Sendable {
  package let id: RedFlag.ID
  package let title: String
  /// The flag, when the findings raise it and the intake itself does not.
  let found: RedFlag?
}

/// The outcome of accepting an intake, which is accepted whatever else went wrong.
package struct Acceptance: Sendable {
  let intake: Intake
  package let pauses: PlanPauses
  /// The chosen answers, with the error that kept them out of the client's record; nil when they were recorded.
  package let notTaken: (claims: [ClientClaim], cause: any Error)?

  /// - Throws: `IntakeRefusal.notTaken` when the chosen answers could not be recorded, which says of plans that could not
  ///   be paused, too; else `PlanRefusal.stillOut` when there are such plans.
  package func refuseUnfinished() throws {
    if let notTaken { throw CareRefusal.intake(.notTaken(notTaken.claims, intake, cause: notTaken.cause, pauses)) }
    try pauses.refuseStillOut()
  }
}
