import Care
import Clinical
import JSON
import Records

extension IntakeInReview {
  var json: JSON {
    intake.json(pack).adding([
      "since": JSON(previous.map { "\($0.id)" }), "changes": changes.map { .array($0.map(\.json)) } ?? .null,
      "differs": .array(claims.map(\.json)), "trends": .array(trends.map(\.json)), "notices": notices.json,
    ])
  }

  /// Returns a report. A first intake is shown whole, because everything in it is new.
  func report(_ console: Console) -> Report {
    var report = Report()
    report.title(
      StyledText(intake.clientName, .bold), StyledText(intake.shortID, .cyan), intake.state.styled,
      StyledText("sent \(Moment.local(intake.submittedAt))"))
    report.notices(notices, client: client.shortID, pack)
    report.laterForm(intake)
    report.headline(of: intake, pack)
    report.trends(trends)
    if let previous, let changes {
      report.heading("Changed since \(Moment.localDay(previous.submittedAt))")
      report.changes(changes, pack)
    }
    report.claims(claims)
    if previous == nil { report.answers(of: intake, pack, console) }
    return report
  }
}
