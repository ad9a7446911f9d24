import Clinical
import Installation
import Records

/// Where things stand with a client, and how measures and findings went.
package struct ClientCourse: Sendable {
  /// The intakes, newest first, like the evaluations, the visits, the check-ins and the plans.
  package let intakes: [Intake]
  package let evaluations: [EvaluationRecord]
  package let visits: [Visit]
  package let checkIns: [CheckIn]
  package let plans: [Plan]
  package let measures: [Trend]
  package let findings: [Trend]
  /// The content of this program.
  package let pack: ContentPack

  package var trends: [Trend] { measures + findings }
  package var openFlags: Int { intakes.first?.openFlags.count ?? 0 }

  package init(of client: Client.ID, at desk: Desk) async throws {
    intakes = try await desk.intakes(of: client)
    evaluations = try await desk.evaluations(of: client)
    visits = try await desk.visits(of: client)
    plans = try await desk.plans(of: client)
    checkIns = try await desk.checkIns(of: client)
    pack = try ShareDirectory.contentPack()
    (measures, findings) = Trend.all(intakes, checkIns, evaluations, by: pack)
  }
}
