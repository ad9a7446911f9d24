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
  /// Returns a red flag that may be acknowledged with an intake: one of its own, or one that the signed findings raise
  /// together with it once it is accepted.
  ///
  /// - Throws: `IntakeRefusal.flagNotRaised` for any other.
  package func raisedFlag(_ flag: RedFlag.ID, with intake: Intake) async throws -> RaisedFlag {
    if let own = intake.flags.first(where: { $0.flag == flag }) {
      return RaisedFlag(id: flag, title: own.title, found: nil)
    }
    if intake.state == .accepted {
      let reasoning = try await Reasoning.current(for: try await desk.client("\(intake.client)"), at: desk)
      if reasoning.intake.id == intake.id, reasoning.assessment.redFlags.contains(flag),
        let found = reasoning.pack.redFlag(flag)
      {
        return RaisedFlag(id: flag, title: found.title, found: found)
      }
    }
    throw CareRefusal.intake(.flagNotRaised(flag, intake))
  }

  /// Records what was done about a red flag. A flag that only the findings raise is first added to the intake.
  package func acknowledge(
    _ flag: RaisedFlag, of intake: Intake, _ action: FlagAction, note: String, dryRun: Bool
  ) async throws {
    guard !note.isEmpty else { throw CareRefusal.intake(.emptyNote) }
    try await desk.perform(dryRun: dryRun) {
      if let found = flag.found { try await desk.raiseFlags([found], with: intake.id) }
      try await desk.acknowledgeFlag(flag.id, of: intake.id, action: action.rawValue, note: note)
    }
  }

  /// Accepts an intake, and records those of its answers about the client that were chosen. From an intake that was
  /// accepted before, only answers are recorded.
  ///
  /// Plans are paused before the record is changed, so that an unsafe plan does not stay open when that change fails. Nor
  /// does a plan that cannot be paused prevent the change.
  package func accept(_ intake: Intake, taking claims: [ClientClaim]) async throws -> Acceptance {
    try refuseOpenFlags(of: intake)
    try await Consents(at: desk).refuseWithheld(by: intake.client)
    if intake.state != .accepted || claims.isEmpty { try await desk.acceptIntake(intake.id) }
    let pauses = await Plans(at: desk).pauseTouched(of: intake.client)
    guard !claims.isEmpty else { return Acceptance(pauses: pauses, notTaken: nil) }
    do {
      let changes = claims.map { ($0.detail, Optional($0.claimed)) }
      _ = try await desk.editClient("\(intake.client)", Dictionary(changes) { _, last in last })
      return Acceptance(pauses: pauses, notTaken: nil)
    } catch {
      return Acceptance(pauses: pauses, notTaken: error)
    }
  }

  /// - Parameter acknowledged: flags that count as acknowledged although the intake, as it was read, does not say so.
  /// - Throws: `IntakeRefusal.unacknowledgedFlags` with those that are open.
  package func refuseOpenFlags(of intake: Intake, besides acknowledged: Set<RedFlag.ID> = []) throws {
    let open = intake.openFlags.filter { !acknowledged.contains($0.flag) }
    if !open.isEmpty { throw CareRefusal.intake(.unacknowledgedFlags(open, intake)) }
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

/// A red flag that may be acknowledged with an intake.
package struct RaisedFlag: Sendable {
  package let id: RedFlag.ID
  package let title: String
  /// The flag, when the findings raise it and the intake itself does not.
  let found: RedFlag?
}

/// The outcome of accepting an intake, which is accepted whatever else went wrong.
package struct Acceptance: Sendable {
  package let pauses: PlanPauses
  /// The error that kept the chosen answers out of the client's record; nil when they were recorded.
  package let notTaken: (any Error)?
}
