import Clinical
import JSON
import PostgreSQL

extension Desk {
  package func recordEvaluation(
    id: EvaluationRecord.ID, client: Client.ID, evaluation: Evaluation, contentVersion: String
  ) async throws -> EvaluationRecord {
    try await call(
      "desk.evaluation_record", .id(id), .id(client), .json(evaluation), .text(contentVersion)
    ).only(as: EvaluationRecord.init)
  }

  package func evaluation(_ reference: String) async throws -> EvaluationRecord {
    try await call("desk.evaluation_get", .text(reference)).only(as: EvaluationRecord.init)
  }

  /// Returns a client's evaluations, the newest first.
  package func evaluations(of client: Client.ID) async throws -> [EvaluationRecord] {
    try await call("desk.evaluation_list", .id(client)).decoded(as: EvaluationRecord.init)
  }

  /// Signs an evaluation: from then on it can only be amended.
  /// - Parameter record: as it was read; `Refusal.stale` if somebody changed it since.
  package func signEvaluation(_ record: EvaluationRecord) async throws {
    _ = try await call("desk.evaluation_sign", .id(record.id), .int(record.version))
  }

  /// Replaces the findings of an evaluation that is not signed.
  /// - Parameter record: as it was read; `Refusal.stale` if somebody changed it since.
  package func editEvaluation(
    _ record: EvaluationRecord, evaluation: Evaluation, contentVersion: String
  ) async throws -> EvaluationRecord {
    try await call(
      "desk.evaluation_edit", .id(record.id), .json(evaluation), .text(contentVersion), .int(record.version)
    ).only(as: EvaluationRecord.init)
  }

  /// Removes an evaluation that was never signed.
  /// - Parameter record: as it was read; `Refusal.stale` if somebody changed it since.
  package func discardEvaluation(_ record: EvaluationRecord) async throws {
    _ = try await call("desk.evaluation_discard", .id(record.id), .int(record.version))
  }

  /// Corrects a signed evaluation; what was signed is kept.
  /// - Parameter record: as it was read; `Refusal.stale` if somebody amended it since.
  package func amendEvaluation(
    _ record: EvaluationRecord, evaluation: Evaluation, contentVersion: String, reason: String
  ) async throws -> EvaluationRecord {
    try await call(
      "desk.evaluation_amend", .id(record.id), .json(evaluation), .text(contentVersion), .text(reason),
      .int(record.version)
    ).only(as: EvaluationRecord.init)
  }
}
