import Clinical
import PostgreSQL

extension Desk {
  package func recordEvaluation(
    id: EvaluationRecord.ID, client: Client.ID, evaluation: Evaluation, contentVersion: String
  ) async throws -> EvaluationRecord {
    try await database.call(
      "desk.evaluation_record", .id(id), .id(client), .json(evaluation), .text(contentVersion)
    ).only(as: EvaluationRecord.init)
  }

  package func evaluation(_ reference: String) async throws -> EvaluationRecord {
    try await database.call("desk.evaluation_get", .text(reference)).only(as: EvaluationRecord.init)
  }

  /// Newest first.
  package func evaluations(of client: Client.ID) async throws -> [EvaluationRecord] {
    try await database.call("desk.evaluation_list", .id(client)).decoded(as: EvaluationRecord.init)
  }

  package func signEvaluation(_ id: EvaluationRecord.ID) async throws {
    _ = try await database.call("desk.evaluation_sign", .id(id))
  }
}
