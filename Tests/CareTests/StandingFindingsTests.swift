import Clinical
import Records
import Testing

@testable import Care

/// Plans that rest on findings of several evaluations, against a real instance.
@Suite(.serialized) struct StandingFindingsTests {
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  private func sign(_ findings: [FindingDefinition.ID: Finding], of client: Client) async throws {
    let record = try await caseload.findings(findings, of: client)
    _ = try await Evaluations(at: caseload.desk).sign(record, dryRun: false)
  }

  /// Marked winging at rest asks for the physician.
  @Test func oneAngleTakenAgainLeavesThePlanItsOtherReasons() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Standing")
    let winging: FindingDefinition.ID = "pf.scap_winging"
    let physician: HomeCareItem.ID = "hc.ref_physician"
    try await sign(
      [
        winging: .sided(left: .word("marked"), right: nil),
        "pf.fhp_cva": .sided(left: .number(38), right: .number(38)),
      ], of: client)
    let first = try await plans.proposal(for: client)
    #expect(first.draftedItems.contains { $0.item == physician } && first.restingOnEarlier.isEmpty)

    try await sign(["pf.fhp_cva": .sided(left: .number(44), right: .number(44))], of: client)
    let second = try await plans.proposal(for: client)
    #expect(second.evaluation?.id != first.evaluation?.id)
    #expect(second.draftedItems.map(\.item) == first.draftedItems.map(\.item))
    let resting = try #require(second.restingOnEarlier.first)
    #expect(second.restingOnEarlier.count == 1 && resting.finding.subject == .finding(winging, side: .left))
    #expect(resting.items == [physician])

    try await sign([winging: .sided(left: .gone, right: nil)], of: client)
    let cured = try await plans.proposal(for: client)
    #expect(!cured.draftedItems.contains { $0.item == physician })
    #expect(Set(cured.standing.evaluation.findings.keys) == ["pf.fhp_cva"])
  }

  @Test func aFlagOfAnEarlierFindingIsStillRaised() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Rotated")
    try await sign(["pf.atr": .single(.number(8))], of: client)
    try await sign(["pf.kyphosis": .single(.number(40))], of: client)
    #expect(try await plans.proposal(for: client).assessment.redFlags.contains("rf.scoliosis_refer"))
    try await sign(["pf.atr": .single(.gone)], of: client)
    #expect(try await !plans.proposal(for: client).assessment.redFlags.contains("rf.scoliosis_refer"))
  }

  @Test func aPlanIsExplainedByWhatCountedWhenItWasMade() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Explained")
    try await sign(["pf.atr": .single(.number(8))], of: client)
    let plan = try await plans.draft(try await plans.proposal(for: client))
    try await sign(["pf.atr": .single(.gone)], of: client)
    let original = try await Reasoning.original(of: plan, at: caseload.desk)
    #expect(original.assessment.redFlags.contains("rf.scoliosis_refer"))
  }
}
