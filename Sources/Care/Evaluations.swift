import Clinical
import Records

/// The postural evaluations of a practice: recorded, signed, corrected and compared.
package struct Evaluations: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }
}

/// Findings that lie within the bounds of the content. Only such findings are recorded.
package struct CheckedFindings: Sendable {
  package let evaluation: Evaluation
  package let pack: ContentPack

  /// - Throws: `EvaluationRefusal.unreadable` with a sentence for each impossible value.
  package init(_ evaluation: Evaluation, _ pack: ContentPack) throws {
    let faults = pack.faults(of: evaluation)
    guard faults.isEmpty else { throw CareRefusal.evaluation(.unreadable(faults)) }
    self.evaluation = evaluation
    self.pack = pack
  }
}

extension Evaluation {
  /// Whether nothing was found.
  package var isEmpty: Bool { findings.isEmpty && triggerPoints.isEmpty }
}

extension Evaluations {
  package func record(_ findings: CheckedFindings, of client: Client) async throws -> EvaluationRecord {
    try await desk.recordEvaluation(
      id: .new(), client: client.id, evaluation: findings.evaluation, contentVersion: findings.pack.version)
  }

  /// Changes an evaluation that is not signed yet.
  package func edit(
    _ record: EvaluationRecord, to findings: CheckedFindings, dryRun: Bool
  ) async throws -> EvaluationRecord {
    try await desk.perform(dryRun: dryRun) {
      try await desk.editEvaluation(record, evaluation: findings.evaluation, contentVersion: findings.pack.version)
    }
  }

  /// Keeps findings in a draft, which is begun with the first of them.
  package func keep(
    _ findings: CheckedFindings, in draft: EvaluationRecord?, of client: Client
  ) async throws -> EvaluationRecord {
    guard let draft else { return try await record(findings, of: client) }
    return try await edit(draft, to: findings, dryRun: false)
  }

  /// Signs an evaluation and pauses the plans that no longer fit.
  ///
  /// - Throws: `EvaluationRefusal.empty` for one in which nothing was found.
  /// - Returns: the red flags that the findings raise and the intake alone did not, and the plans that were paused; no
  ///   plan is checked in a dry run.
  package func sign(
    _ record: EvaluationRecord, dryRun: Bool
  ) async throws -> (raised: [RedFlag], pauses: PlanPauses?) {
    guard record.state != .draft || !record.evaluation.isEmpty else {
      throw CareRefusal.evaluation(.empty(record))
    }
    let raised = try await flagsRaised(by: record)
    try await desk.perform(dryRun: dryRun) { try await desk.signEvaluation(record) }
    return (raised, dryRun ? nil : await Plans(at: desk).pauseTouched(of: record.client))
  }

  /// Corrects a signed evaluation and pauses the plans that no longer fit. What was signed stays in the record.
  package func amend(
    _ record: EvaluationRecord, to findings: CheckedFindings, reason: String, dryRun: Bool
  ) async throws -> (record: EvaluationRecord, pauses: PlanPauses?) {
    let amended = try await desk.perform(dryRun: dryRun) {
      try await desk.amendEvaluation(
        record, evaluation: findings.evaluation, contentVersion: findings.pack.version, reason: reason)
    }
    return (amended, dryRun ? nil : await Plans(at: desk).pauseTouched(of: amended.client))
  }

  /// Removes an evaluation that was never signed.
  package func discard(_ record: EvaluationRecord, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) { try await desk.discardEvaluation(record) }
  }

  private func flagsRaised(by record: EvaluationRecord) async throws -> [RedFlag] {
    guard let intake = try await desk.acceptedIntake(of: record.client) else { return [] }
    let pack = try await desk.content(intake.contentVersion)
    let signed = try await desk.evaluations(of: record.client).filter { $0.state != .draft || $0.id == record.id }
    let standing = try signed.standing(on: .today(), pack)
    return intake.others(of: pack.assess(intake.answers, standing.evaluation).redFlags, pack)
  }
}

extension ContentPack {
  /// Returns a sentence for each finding that cannot be recorded.
  func faults(of evaluation: Evaluation) -> [String] { unreadable(evaluation) + outOfBounds(evaluation) }

  /// Returns a sentence for each number that a finding cannot have.
  private func outOfBounds(_ evaluation: Evaluation) -> [String] {
    let findings = evaluation.findings.sorted { $0.key < $1.key }.flatMap { id, finding -> [String] in
      guard let definition = self.finding(id), let bounds = definition.bounds else { return [] }
      return finding.values.compactMap { value in
        guard case .number(let number) = value, !bounds.contains(number) else { return nil }
        return
          "\(id): \(number.inFigures) is not within \(bounds.lowerBound.inFigures) to \(bounds.upperBound.inFigures) "
          + definition.unit
      }
    }
    let points = evaluation.triggerPoints.enumerated().compactMap { index, point in
      (0...4).contains(point.tender) ? nil : "trigger point \(index + 1): tenderness is 0 to 4"
    }
    return findings + points
  }
}
