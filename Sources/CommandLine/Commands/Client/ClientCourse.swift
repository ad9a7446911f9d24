import Clinical
import JSON
import Records

/// What a client's records say: where things stand, and how they went.
struct ClientCourse {
  /// On a page about something else.
  static let mostFindings = 5

  /// Newest first, as are the others.
  let intakes: [Intake]
  let evaluations: [EvaluationRecord]
  let plans: [Plan]
  let measures: [Trend]
  let findings: [Trend]

  var trends: [Trend] { measures + findings }
  var openFlags: Int { intakes.first?.flags.count { $0.acknowledgedAt == nil } ?? 0 }

  init(of client: Client.ID, at desk: Desk) async throws {
    intakes = try await desk.intakes(of: client)
    evaluations = try await desk.evaluations(of: client)
    plans = try await desk.plans(of: client)
    (measures, findings) = try Trend.all(intakes, evaluations)
  }

  var json: JSON {
    [
      "intake": intakes.first.map {
        [
          "id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue),
          "submitted_at": JSON($0.submittedAt), "open_flags": .integer(openFlags),
        ]
      } ?? .null,
      "evaluation": evaluations.first.map {
        ["id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue)]
      } ?? .null,
      "plan": plans.first.map {
        ["id": .string("\($0.id)"), "short_id": .string($0.shortID), "state": .string($0.state.rawValue)]
      } ?? .null,
      "trends": .array(trends.map(\.json)),
    ]
  }
}

extension Sheet {
  mutating func course(_ course: ClientCourse) {
    if course.openFlags > 0 { fact("Red flags", "! \(course.openFlags) to look at", .red) }
    if let intake = course.intakes.first {
      fact("Intake", "\(intake.state.inked.text)  \(intake.shortID)  \(Moment.localDay(intake.submittedAt))")
    }
    if let evaluation = course.evaluations.first {
      let day = Moment.localDay(evaluation.recordedAt)
      fact("Evaluation", "\(evaluation.state.inked.text)  \(evaluation.shortID)  \(day)")
    }
    if let plan = course.plans.first {
      fact("Plan", "\(plan.state.inked.text)  \(plan.shortID)  \(Moment.localDay(plan.issuedAt ?? plan.createdAt))")
    }
    trends(course.measures + course.findings.filter(\.matters).prefix(ClientCourse.mostFindings))
  }

  mutating func trends(_ shown: [Trend]) {
    guard !shown.isEmpty else { return }
    heading("Over time")
    table(
      Table(
        columns: [.init(heading: "What"), .init(heading: "Values"), .init(heading: "Change", rank: 1)],
        rows: shown.map { [Inked($0.label), Inked($0.line), Inked($0.change, $0.ink)] }))
  }
}
