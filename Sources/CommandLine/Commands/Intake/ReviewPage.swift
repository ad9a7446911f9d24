import Clinical
import JSON
import Records

/// What a therapist reads before deciding: red flags and what to do, how pain went, what changed, where the record says
/// otherwise.
struct ReviewPage {
  let intake: Intake
  /// The last one that was accepted before.
  let previous: Intake?
  let claims: [ClientClaim]
  /// Pain and the other measures, from every intake of the client.
  let trends: [Trend]
  let pack: ContentPack

  static func of(_ intake: Intake, at desk: Desk) async throws -> ReviewPage {
    let pack = try await desk.content(intake.contentVersion)
    return ReviewPage(
      intake: intake, previous: try await desk.previousIntake(to: intake.id),
      claims: try await desk.client("\(intake.client)").claims(in: intake.answers),
      trends: Trend.measures(try await desk.intakes(of: intake.client), pack), pack: pack)
  }

  private var changes: [AnswerChange]? {
    previous.map { AnswerChange.between($0.answers, intake.answers, pack) }
  }

  var json: JSON {
    intake.json(pack).adding([
      "since": JSON(previous.map { "\($0.id)" }), "changes": changes.map { .array($0.map(\.json)) } ?? .null,
      "differs": .array(claims.map(\.json)), "trends": .array(trends.map(\.json)),
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
    sheet.trends(trends)
    if let previous, let changes {
      sheet.heading("Changed since \(Moment.localDay(previous.submittedAt))")
      sheet.changes(changes, pack)
    }
    sheet.claims(claims)
    if previous == nil { sheet.answers(of: intake, pack, console) }
    return sheet
  }
}
