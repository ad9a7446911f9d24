import Clinical
import Records

/// Where things stand with a client, and how measures and findings went.
package struct ClientCourse: Sendable {
  /// The intakes, newest first, like the evaluations and the plans.
  package let intakes: [Intake]
  package let evaluations: [EvaluationRecord]
  package let plans: [Plan]
  package let measures: [Trend]
  package let findings: [Trend]

  package var trends: [Trend] { measures + findings }
  package var openFlags: Int { intakes.first?.openFlags.count ?? 0 }

  package init(of client: Client.ID, at desk: Desk) async throws {
    intakes = try await desk.intakes(of: client)
    evaluations = try await desk.evaluations(of: client)
    plans = try await desk.plans(of: client)
    (measures, findings) = try Trend.all(intakes, evaluations)
  }
}
