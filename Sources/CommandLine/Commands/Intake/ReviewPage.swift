import Care
import Clinical
import JSON
import Records

extension IntakeInReview {
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
