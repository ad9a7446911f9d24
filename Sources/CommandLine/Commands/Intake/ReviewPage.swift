import Clinical
import Records

/// What a therapist reads before deciding: red flags and what to do, what changed, where the record says otherwise.
struct ReviewPage {
  let intake: Intake
  /// The last one that was accepted before.
  let previous: Intake?
  let claims: [ClientClaim]
  let pack: ContentPack

  static func of(_ intake: Intake, at desk: Desk) async throws -> ReviewPage {
    ReviewPage(
      intake: intake, previous: try await desk.previousIntake(to: intake.id),
      claims: try await desk.client("\(intake.client)").claims(in: intake.answers),
      pack: try ShareDirectory.contentPack(version: intake.contentVersion))
  }

  private var changes: [AnswerChange]? {
    previous.map { AnswerChange.between($0.answers, intake.answers, pack) }
  }

  var json: JSON {
    intake.json(pack).adding([
      "since": JSON(previous.map { "\($0.id)" }), "changes": changes.map { .array($0.map(\.json)) } ?? .null,
      "differs": .array(claims.map(\.json)),
    ])
  }

  /// A first intake is shown whole: everything in it is new.
  func sheet(_ console: Console) -> Sheet {
    var sheet = Sheet()
    sheet.title(
      Inked(intake.clientName, .bold), Inked(intake.shortID, .cyan), intake.state.inked,
      Inked("sent \(Moment.local(intake.submittedAt))"))
    sheet.paragraph(intake.massage.sentence, intake.massage == .ok ? .plain : .red)
    sheet.flags(intake.flags, pack)
    if let previous, let changes {
      sheet.heading("Changed since \(Moment.localDay(previous.submittedAt))")
      sheet.changes(changes, pack)
    }
    sheet.claims(claims)
    if previous == nil { sheet.answers(of: intake, pack, console) }
    return sheet
  }
}
