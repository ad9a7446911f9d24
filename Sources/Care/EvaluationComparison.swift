import Clinical
import Records

/// Two evaluations of a client side by side.
package struct EvaluationComparison: Sendable {
  package let before: EvaluationRecord
  package let after: EvaluationRecord
  /// The findings that both evaluations have, changed or not.
  package let changes: [FindingChange]
  /// Every evaluation of the client, oldest first.
  package let series: [Evaluation]
  package let pack: ContentPack
}

extension Evaluations {
  /// Compares the newest signed evaluation of a client with an earlier signed one.
  ///
  /// - Parameter earlier: `last`, `first`, or the id or short id of an evaluation.
  /// - Throws: `EvaluationRefusal` when there are fewer than two, or none of that id.
  package func compare(_ client: Client, with earlier: String) async throws -> EvaluationComparison {
    let records = try await desk.evaluations(of: client.id).signed
    guard records.count > 1 else {
      throw CareRefusal.evaluation(.nothingToCompare(client, count: records.count))
    }
    let before = try records.earlier(earlier)
    let pack = try await desk.content(records[0].contentVersion)
    let answers = try await desk.acceptedAnswers(of: client.id)
    return EvaluationComparison(
      before: before, after: records[0],
      changes: pack.compare(before.evaluation, records[0].evaluation, answers: answers),
      series: records.reversed().map(\.evaluation), pack: pack)
  }
}

extension [EvaluationRecord] {
  fileprivate func earlier(_ name: String) throws -> EvaluationRecord {
    switch name {
    case "last": return self[1]
    case "first": return self[count - 1]
    default:
      guard let named = first(where: { $0.shortID == name || "\($0.id)" == name }) else {
        throw CareRefusal.evaluation(.noEvaluation(name, of: self))
      }
      return named
    }
  }
}
