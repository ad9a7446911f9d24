import Clinical
import Foundation
import JSON
import Records
import Testing

@testable import Care

/// What must be known before a client gets a plan, and what takes it back, against a real instance.
@Suite(.serialized) struct PlanRulesTests {
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func noPlanIsDrawnWithoutAnAcceptedIntake() async throws {
    let client = try await caseload.client("Unaccepted")
    let intake = try await caseload.intake(of: client)
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.noAcceptedIntake(_, let waiting)) = $0 else { return false }
      return waiting?.id == intake.id
    }
  }

  @Test func noPlanIsDrawnFromAnUnsignedEvaluation() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Unsigned")
    let record = try await caseload.findings(["pf.atr": .single(.number(3))], of: client)
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.unsignedEvaluation(_, let unsigned)) = $0 else { return false }
      return unsigned.id == record.id
    }
  }

  @Test func noPlanIsDrawnWhileANewerIntakeHasFlags() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Newer")
    let newer = try await caseload.intake(of: client, changing: ["safety.saddle_numb": .string("yes")])
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.newerIntakeHasFlags(let waiting)) = $0 else { return false }
      return waiting.id == newer.id
    }
  }

  @Test func anUrgentFlagOfTheFindingsMustBeAcknowledgedByName() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Found")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let reasoning = try await Reasoning.current(for: client, at: caseload.desk)
    #expect(throws: Never.self) { try reasoning.checkedItems(of: draft) }
    let urgent = try #require(caseload.pack.redFlags.first { $0.urgency >= .urgent })
    await #expect { _ = try await Intakes(at: caseload.desk).raisedFlag(urgent.id, with: reasoning.intake) } throws: {
      guard case CareRefusal.intake(.flagNotRaised(urgent.id, _)) = $0 else { return false }
      return true
    }
  }

  @Test func anEmptyPlanIsNotIssued() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Empty")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    try await caseload.desk.setItems([], of: draft)
    let empty = try await caseload.desk.plan("\(draft.id)")
    await #expect { _ = try await plans.check(empty) } throws: {
      guard case CareRefusal.plan(.empty) = $0 else { return false }
      return true
    }
  }

  @Test func anIssuedPlanIsNoDraftAndHasAPage() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Issued")
    let issue = try await caseload.issuedPlan(of: client)
    #expect(issue.alsoHeld.isEmpty && issue.page.address.hasPrefix("https://intake.example.org/p/"))
    #expect(throws: CareRefusal.self) { try issue.plan.asDraft() }
    #expect(throws: Never.self) { try issue.plan.requirePage() }
    let second = try await caseload.issuedPlan(of: client)
    #expect(second.alsoHeld.map(\.id) == [issue.plan.id], "the client holds both now")
    #expect(try await plans.heldBesides(second.plan).id == issue.plan.id)
  }

  @Test func aCorrectionThatRaisesAFlagPausesThePlanThatIsOut() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Corrected")
    let plan = try await caseload.issuedPlan(of: client).plan
    let intakes = Intakes(at: caseload.desk)
    let answers = try Caseload.answers(changing: ["safety.saddle_numb": .string("yes")])
    let accepted = try #require(try await caseload.desk.acceptedIntake(of: client.id))
    let checked = try intakes.check(answers, caseload.pack)
    _ = try await intakes.amend(accepted, to: checked, reason: "misread", dryRun: true)
    #expect(try await caseload.desk.plan("\(plan.id)").state == .issued, "a dry run leaves it out")
    _ = try await intakes.amend(accepted, to: checked, reason: "misread", dryRun: false)
    #expect(try await caseload.desk.plan("\(plan.id)").state == .paused)
    await #expect(throws: CareRefusal.self) { try await plans.resume(plan, dryRun: false) }
  }

  @Test func anItemIsPutInOnceAndTakenOutOnce() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Items")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let first = try #require(draft.items.first?.item)
    let reasoning = try await Reasoning.current(for: draft, at: caseload.desk)
    #expect(throws: CareRefusal.self) { try reasoning.adding(first, to: draft, override: nil) }
    #expect(throws: CareRefusal.self) { try draft.putting(first: [first, first]) }
    #expect(try draft.removing(first).map(\.item) == draft.items.dropFirst().map(\.item))
    #expect { _ = try reasoning.admit("hc.chin tuck", override: nil) } throws: {
      guard case CareRefusal.planItem(.unknown(_, let near)) = $0 else { return false }
      return near.contains { $0.id == "hc.chin_tuck" }
    }
  }
}

extension Caseload {
  fileprivate func findings(
    _ findings: [FindingDefinition.ID: Finding], of client: Client
  ) async throws -> EvaluationRecord {
    var evaluation = Evaluation()
    evaluation.findings = findings
    return try await Evaluations(at: desk).record(try CheckedFindings(evaluation, pack), of: client)
  }
}
