import Care
import Clinical
import JSON
import Records

extension ClientCourse {
  /// The most findings in a report about a whole client.
  static let mostFindings = 5

  var json: JSON {
    [
      "intake": intakes.first.map {
        [
          "id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue),
          "submitted_at": JSON($0.submittedAt), "open_flags": .integer(openFlags),
          "massage": .string($0.massage.rawValue), "redflags": JSON($0.flags.mostUrgentFirst.map(\.flag.rawValue)),
        ]
      } ?? .null,
      "evaluation": evaluations.first.map {
        ["id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue)]
      } ?? .null,
      "visit": visits.first.map {
        [
          "id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue),
          "held_on": JSON($0.heldOn),
        ]
      } ?? .null,
      "plan": plans.first.map {
        ["id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue)]
      } ?? .null,
      "trends": .array(trends.map(\.json)),
    ]
  }
}

extension Report {
  mutating func course(_ course: ClientCourse) {
    if course.openFlags > 0 { fact("Red flags", "! \(course.openFlags) to acknowledge", .red) }
    if let intake = course.intakes.first {
      fact(
        "Massage", intake.massage.inShort(isFlagged: !intake.flags.isEmpty), intake.massage == .ok ? .plain : .red)
      for flag in intake.flags.mostUrgentFirst where flag.urgency > .caution {
        fact(flag.urgency.demand, flag.title, flag.urgency.style)
      }
      fact("Intake", "\(intake.state.styled.text)  \(intake.shortID)  \(Moment.localDay(intake.submittedAt))")
    }
    if let evaluation = course.evaluations.first {
      let day = Moment.localDay(evaluation.recordedAt)
      fact("Evaluation", "\(evaluation.state.styled.text)  \(evaluation.shortID)  \(day)")
    }
    if let visit = course.visits.first {
      fact("Visit", "\(visit.state.styled.text)  \(visit.shortID)  \(Moment.day(visit.heldOn))")
    }
    if let plan = course.plans.first {
      fact("Plan", "\(plan.state.styled.text)  \(plan.shortID)  \(Moment.localDay(plan.issuedAt ?? plan.createdAt))")
    }
    trends(course.measures + course.findings.filter(\.matters).prefix(ClientCourse.mostFindings))
  }
}
