import Care
import Clinical
import Handout
import Records

/// Records as documents to read, on paper or as text.
struct RecordHandouts {
  private let desk: Desk

  init(at desk: Desk) { self.desk = desk }

  func intake(_ intake: Intake) async throws -> Handout {
    let source = IntakeSource(
      practiceName: try await desk.whoAmI().practiceName, clientName: intake.clientName,
      submittedOn: try .local(intake.submittedAt), state: intake.state.rawValue, massage: intake.massage,
      flags: intake.flags.map { flag in
        .init(id: flag.flag, handled: flag.action.map { "Acknowledged: \($0). \(flag.note ?? "")" })
      }, answers: intake.answers)
    return Handout(source, content: try await desk.content(intake.contentVersion))
  }

  func evaluation(_ record: EvaluationRecord) async throws -> Handout {
    let me = try await desk.whoAmI()
    let pack = try await desk.content(record.contentVersion)
    let earlier = try await desk.evaluations(of: record.client)
      .filter { $0.recordedAt < record.recordedAt && $0.state != .draft }.reversed()
    let answers = try await desk.acceptedIntake(of: record.client)?.answers ?? Answers()
    let source = EvaluationSource(
      practiceName: me.practiceName, clientName: record.clientName, therapistName: me.displayName,
      taking: try record.taking, earlier: try earlier.map { try $0.taking },
      assessment: pack.assess(answers, record.evaluation))
    return Handout(source, content: pack)
  }

  func visit(_ visit: Visit) async throws -> Handout {
    let source = VisitSource(
      practiceName: try await desk.whoAmI().practiceName, clientName: visit.clientName,
      birthDate: try await desk.client("\(visit.client)").birthDate, therapistName: visit.author, visit: visit.draft,
      signed: try visit.signedBy.flatMap { name in
        try visit.signedAt.map { (by: name, on: try CalendarDate.local($0)) }
      },
      amendments: try visit.amendments.map {
        .init(words: $0.words, author: $0.author, day: try .local($0.amendedAt))
      })
    return Handout(source)
  }
}

extension EvaluationRecord {
  fileprivate var taking: EvaluationSource.Taking {
    get throws { .init(day: try .local(recordedAt), evaluation: evaluation) }
  }
}
