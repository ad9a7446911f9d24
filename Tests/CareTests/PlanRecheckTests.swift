import Clinical
import Foundation
import Records
import Testing

@testable import Care

/// Checking issued plans again by newer content, against a real instance.
@Suite(.serialized) struct PlanRecheckTests {
  private static let newer = "9.9.9"
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func contentThatSaysTheSameRulesNothingOut() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Same")
    _ = try await caseload.issuedPlan(of: client)
    #expect(try await plans.ruledOut(by: try Caseload.pack(version: Self.newer), of: client.id).isEmpty)
  }

  /// In today's content a trunk rotation of 7 degrees or more is a referral, which signing the evaluation acknowledges.
  @Test func contentInWhichAFlagIsUrgentRulesOutAPlanOfOtherContent() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Urgent")
    let record = try await caseload.findings(["pf.atr": .single(.number(8))], of: client)
    _ = try await Evaluations(at: caseload.desk).sign(record, dryRun: false)
    let plan = try await caseload.issuedPlan(of: client).plan
    let flag: RedFlag.ID = "rf.scoliosis_refer"
    let newer = try Caseload.pack(urgent: flag, version: Self.newer)
    #expect(try await plans.ruledOut(by: newer, of: client.id).map(\.id) == [plan.id])
    let same = try Caseload.pack(urgent: flag, version: plan.contentVersion)
    #expect(try await plans.ruledOut(by: same, of: client.id).isEmpty, "a plan is not held against its own content")
  }

  /// Content that does not know a finding cannot say what the finding forbids.
  @Test func contentThatLacksAFindingRulesOutEveryPlanOfOtherContent() async throws {
    let (client, first) = try await caseload.clientHoldingPlan("Lacking")
    let second = try await caseload.issuedPlan(of: client).plan
    let record = try await caseload.desk.recordEvaluation(
      id: .new(), client: client.id, evaluation: Evaluation(["pf.gone": .single(.number(1))]),
      contentVersion: caseload.pack.version)
    try await caseload.desk.signEvaluation(record)
    let found = try await plans.ruledOut(by: try Caseload.pack(version: Self.newer), of: client.id)
    #expect(found.map(\.id) == [second.id, first.id])
    #expect(try await plans.ruledOut(by: caseload.pack, of: client.id).isEmpty, "of its own content none")
  }
}
