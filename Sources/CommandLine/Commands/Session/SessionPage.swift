import Care
import Clinical
import JSON
import Records

extension SessionStep {
  var title: String {
    switch self {
    case .flags: "The new form"
    case .checkIns: "Check-ins"
    case .findings: "Findings"
    case .plan: "Plan"
    case .visit: "Visit"
    }
  }

  /// The command that does the step alone.
  func command(_ opening: SessionOpening) -> String {
    let client = opening.client.shortID
    switch self {
    case .flags: return "plumbline intake review \(opening.review?.intake.shortID ?? client)"
    case .checkIns: return "plumbline checkin ack \(opening.checkIns.first?.checkIn.shortID ?? client)"
    case .findings: return "plumbline evaluation new \(client)"
    case .plan:
      if let draft = opening.draft { return "plumbline plan issue \(draft.shortID)" }
      return "plumbline plan " + (opening.held.map { "revise \($0.shortID)" } ?? "new \(client)")
    case .visit: return "plumbline visit " + (opening.openVisit.map { "edit \($0.shortID)" } ?? "new \(client)")
    }
  }
}

extension SessionOpening {
  var json: JSON {
    [
      "client": .string("\(client.id)"), "client_name": .string(client.fullName), "notices": notices.json,
      "last_visit": JSON(lastVisit?.heldOn), "intake": review.map(\.json) ?? .null,
      "as_last_time": JSON(review?.knownFlags.map(\.flag.flag.rawValue) ?? []),
      "check_ins": .array(checkIns.map(\.json)), "standing": .array(standing.counting.map(\.json)),
      "expired": .array(standing.expired.map(\.json)), "draft": JSON(draft?.shortID), "plan": JSON(held?.shortID),
      "steps": .array(
        steps.map { ["step": .string($0.rawValue), "command": .string($0.command(self))] }),
    ]
  }

  /// What is new, and the steps with their commands.
  var report: Report {
    var report = news
    report.heading("Steps")
    for step in steps { report.paragraph("\(step.title): \(step.command(self))", marker: "·") }
    return report
  }

  /// What is new since the last visit.
  var news: Report {
    var report = Report()
    report.title(
      StyledText(client.fullName, .bold), StyledText(client.shortID, .cyan),
      StyledText(lastVisit.map { "last visit \(Moment.day($0.heldOn))" } ?? "no visit written down yet"))
    report.notices(notices, client: client.shortID, pack)
    if let review {
      report.headline(of: review.intake, review.pack)
      if let previous = review.previous, let changes = review.changes {
        report.heading("Changed since \(Moment.localDay(previous.submittedAt))")
        report.changes(changes, review.pack)
      }
    } else {
      report.paragraph("No new form.", .dim)
    }
    if let next = lastVisit?.note[.next] {
      report.heading("What you wanted to do next")
      report.paragraph(next)
    }
    return report
  }
}
