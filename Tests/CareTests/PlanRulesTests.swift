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

  /// By today's content findings alone raise no flag that is urgent, and signing answers for a referral. By content in
  /// which this referral is urgent, the plan has to wait.
  @Test func anUrgentFlagOfTheFindingsMustBeAcknowledgedByName() async throws {
    let desk = caseload.desk
    let client = try await caseload.clientWithAcceptedIntake("Found")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let record = try await caseload.findings(["pf.atr": .single(.number(8))], of: client)
    #expect(try await Evaluations(at: desk).sign(record, dryRun: false).raised.map(\.id) == [rotation])
    let signed = try await Reasoning.current(for: client, at: desk)
    #expect(unacknowledged(signed, draft).isEmpty)
    let pack = try Caseload.pack(urgent: rotation)
    #expect(unacknowledged(Reasoning(signed.intake, signed.evaluation, pack), draft) == [rotation])
    let intakes = Intakes(at: desk)
    let flag = try await intakes.raisedFlag(rotation, with: signed.intake)
    try await intakes.acknowledge(flag, of: signed.intake, .refer, note: "told her", dryRun: false)
    let intake = try await desk.intake("\(signed.intake.id)")
    #expect(unacknowledged(Reasoning(intake, signed.evaluation, pack), draft).isEmpty)
  }

  @Test func aFlagThatNothingRaisesCannotBeAcknowledged() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Unraised")
    let intake = try #require(try await caseload.desk.acceptedIntake(of: client.id))
    await #expect { _ = try await Intakes(at: caseload.desk).raisedFlag(rotation, with: intake) } throws: {
      guard case CareRefusal.intake(.flagNotRaised(rotation, _)) = $0 else { return false }
      return true
    }
  }

  /// Raised by a rotation of the trunk of 7 degrees or more.
  private let rotation: RedFlag.ID = "rf.scoliosis_refer"

  /// The flags that must be acknowledged before a plan may be issued.
  private func unacknowledged(_ reasoning: Reasoning, _ plan: Plan) -> [RedFlag.ID] {
    do {
      _ = try reasoning.checkedItems(of: plan)
      return []
    } catch CareRefusal.planBasis(.unacknowledgedFlags(let flags, _)) {
      return flags.map(\.id)
    } catch {
      return []
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
