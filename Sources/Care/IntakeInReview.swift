import Clinical
import Records

/// What a therapist reads before deciding on an intake: the changes since the last one, where the answers differ from
/// the client's record, and the pain over time.
package struct IntakeInReview: Sendable {
  package let intake: Intake
  /// The last intake that was accepted before this one; nil for a first intake.
  package let previous: Intake?
  /// The changes since the previous intake; nil for a first intake.
  package let changes: [AnswerChange]?
  package let client: Client
  package let claims: [ClientClaim]
  /// What is to be known of the client before anything else.
  package let notices: [ClientNotice]
  /// Pain and the other measures, from every intake of the client.
  package let trends: [Trend]
  package let pack: ContentPack
}

extension Intakes {
  package func review(_ intake: Intake) async throws -> IntakeInReview {
    let pack = try await desk.content(intake.contentVersion)
    let previous = try await desk.previousIntake(to: intake.id)
    let client = try await desk.client("\(intake.client)")
    return IntakeInReview(
      intake: intake, previous: previous,
      changes: previous.map { AnswerChange.between($0.answers, intake.answers, pack) },
      client: client, claims: client.claims(in: intake.answers),
      notices: try await desk.notices(of: "\(intake.client)"),
      trends: Trend.measures(
        try await desk.intakes(of: intake.client), try await desk.checkIns(of: intake.client), pack), pack: pack)
  }

  /// Returns the changes since the last intake that was accepted before this one.
  ///
  /// - Throws: `IntakeRefusal.noEarlierIntake` for a first intake.
  package func changes(
    in intake: Intake
  ) async throws -> (since: Intake, changes: [AnswerChange], pack: ContentPack) {
    guard let previous = try await desk.previousIntake(to: intake.id) else {
      throw CareRefusal.intake(.noEarlierIntake(intake))
    }
    let pack = try await desk.content(intake.contentVersion)
    return (previous, AnswerChange.between(previous.answers, intake.answers, pack), pack)
  }
}
