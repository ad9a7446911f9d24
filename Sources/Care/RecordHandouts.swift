import Clinical
import Handout
import Records

/// Records as documents to read, on paper or as text.
package struct RecordHandouts: Sendable {
  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  package func intake(_ intake: Intake) async throws -> Handout {
    let source = IntakeSource(
      practiceName: try await desk.whoAmI().practiceName, clientName: intake.clientName,
      submittedOn: try .local(intake.submittedAt), state: intake.state.rawValue, massage: intake.massage,
      flags: intake.flags.map { flag in
        .init(id: flag.flag, handled: flag.action.map { (action: $0, note: flag.note ?? "") })
      }, answers: intake.answers)
    return Handout(source, content: try await desk.content(intake.contentVersion))
  }

  package func evaluation(_ record: EvaluationRecord) async throws -> Handout {
    let me = try await desk.whoAmI()
    let pack = try await desk.content(record.contentVersion)
    let earlier = try await desk.evaluations(of: record.client).signed
      .filter { $0.recordedAt < record.recordedAt }.reversed()
    let answers = try await desk.acceptedAnswers(of: record.client)
    let source = EvaluationSource(
      practiceName: me.practiceName, clientName: record.clientName, therapistName: me.displayName,
      taking: try record.taking, earlier: try earlier.map { try $0.taking },
      assessment: pack.assess(answers, record.evaluation))
    return Handout(source, content: pack)
  }

  package func visit(_ visit: Visit) async throws -> Handout {
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

/// A page about a client that is read without a program.
package struct ReadablePage: Sendable {
  package enum Kind: String, Sendable { case intakes, evaluations, visits, plans }

  package let kind: Kind
  package let shortID: String
  /// What a file of these bytes is called by: `txt` or `pdf`.
  package let ending: String
  package let bytes: [UInt8]
}

extension RecordHandouts {
  /// Returns all that there is to read of a client: records in words, and plans as they were issued.
  package func pages(of client: Client.ID) async throws -> [ReadablePage] {
    var pages: [ReadablePage] = []
    func add(_ kind: ReadablePage.Kind, _ shortID: String, _ handout: Handout) {
      pages.append(.init(kind: kind, shortID: shortID, ending: "txt", bytes: Array(handout.text().utf8)))
    }
    for intake in try await desk.intakes(of: client) { add(.intakes, intake.shortID, try await self.intake(intake)) }
    for evaluation in try await desk.evaluations(of: client) {
      add(.evaluations, evaluation.shortID, try await self.evaluation(evaluation))
    }
    for visit in try await desk.visits(of: client) { add(.visits, visit.shortID, try await self.visit(visit)) }
    for plan in try await desk.plans(of: client) where plan.issuedAt != nil {
      for (variant, ending) in IssuedDocument.inCopies {
        guard let document = try await desk.documentIfIssued(variant, of: plan.id) else { continue }
        pages.append(.init(kind: .plans, shortID: plan.shortID, ending: ending, bytes: document.bytes))
      }
    }
    return pages
  }
}

extension EvaluationRecord {
  fileprivate var taking: EvaluationSource.Taking {
    get throws { .init(day: try .local(recordedAt), evaluation: evaluation) }
  }
}
