import Clinical
import Foundation
import FoundationNetworking
import JSON
import Records
import Sealing
import TestSupport
import Testing

@testable import Care

/// What must be known before a client gets a plan, and what takes it back, against a real instance.
@Suite(.serialized) struct PlanRulesTests {
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func noPlanIsDraftedWithoutAnAcceptedIntake() async throws {
    let client = try await caseload.client("Unaccepted")
    let intake = try await caseload.intake(of: client)
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.noAcceptedIntake(_, let waiting)) = $0 else { return false }
      return waiting?.id == intake.id
    }
  }

  @Test func noPlanIsDraftedFromAnUnsignedEvaluation() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Unsigned")
    let record = try await caseload.findings(["pf.atr": .single(.number(3))], of: client)
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.unsignedEvaluation(_, let unsigned)) = $0 else { return false }
      return unsigned.id == record.id
    }
  }

  @Test func noPlanIsDraftedWhileANewerIntakeHasFlags() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Newer")
    let newer = try await caseload.intake(of: client, changing: ["safety.saddle_numb": .string("yes")])
    await #expect { _ = try await plans.proposal(for: client) } throws: {
      guard case CareRefusal.planBasis(.newerIntakeHasFlags(let waiting)) = $0 else { return false }
      return waiting.id == newer.id
    }
  }

  /// In today's content findings alone raise no urgent flag, and signing acknowledges a referral. In content in which
  /// this referral is urgent, the plan has to wait; and when that was done, the draft's exercises have no place in it.
  @Test func anUrgentFlagOfTheFindingsMustBeAcknowledgedByName() async throws {
    let desk = caseload.desk
    let client = try await caseload.clientWithAcceptedIntake("Found")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let record = try await caseload.findings(["pf.atr": .single(.number(8))], of: client)
    #expect(try await Evaluations(at: desk).sign(record, dryRun: false).raised.map(\.id) == [rotation])
    let signed = try await Reasoning.current(for: client.id, at: desk)
    #expect(try unacknowledged(signed, draft).isEmpty)
    let pack = try Caseload.pack(urgent: rotation, version: caseload.pack.version)
    func by(_ pack: ContentPack, _ intake: Intake) throws -> Reasoning {
      try Reasoning(intake, [signed.evaluation].compactMap(\.self), on: .today(), pack)
    }
    #expect(try unacknowledged(by(pack, signed.intake), draft) == [rotation])
    let intakes = Intakes(at: desk)
    let flag = try await intakes.raisedFlags([rotation], with: signed.intake)
    try await intakes.acknowledge(flag, of: signed.intake, .refer, note: "told her", dryRun: false)
    let intake = try await desk.intake("\(signed.intake.id)")
    #expect { _ = try by(pack, intake).checkedItems(of: draft) } throws: {
      guard case CareRefusal.planItem(.noPlaceWhileOpen(_, let open)) = $0 else { return false }
      return open.map(\.id) == [rotation]
    }
  }

  @Test func aFlagThatNothingRaisesCannotBeAcknowledged() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Unraised")
    let intake = try #require(try await caseload.desk.acceptedIntake(of: client.id))
    await #expect { _ = try await Intakes(at: caseload.desk).raisedFlags([rotation], with: intake) } throws: {
      guard case CareRefusal.intake(.flagNotRaised(rotation, _)) = $0 else { return false }
      return true
    }
  }

  /// The red flag that a trunk rotation of 7 degrees or more raises.
  private let rotation: RedFlag.ID = "rf.scoliosis_refer"

  /// The flags that must be acknowledged before a plan may be issued.
  private func unacknowledged(_ reasoning: Reasoning, _ plan: Plan) throws -> [RedFlag.ID] {
    do {
      _ = try reasoning.checkedItems(of: plan)
      return []
    } catch CareRefusal.planBasis(.unacknowledgedFlags(let flags, _)) {
      return flags.map(\.id)
    }
  }

  @Test func aPlanKeepsAFirstPhaseWhateverIsTakenOutOfIt() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Later")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let isThing = { (entry: PlanItem) in caseload.pack.item(entry.item)?.isThingToDo == true }
    var left = draft.items
    for (place, index) in left.indices.filter({ isThing(left[$0]) }).enumerated() { left[index].phase = 2 * place + 2 }
    try await plans.setItems(left, of: draft)
    let kept = try await caseload.desk.plan("\(draft.id)").items
    #expect(kept.map(\.item) == draft.items.map(\.item))
    #expect(kept.filter(isThing).map(\.phase) == Array(1...draft.items.count { isThing($0) }))
    #expect(kept.allSatisfy { isThing($0) || $0.phase == 1 })
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

  @Test func aPlanIsNeitherDescribedNorIssuedWithANextVisitInThePast() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Past")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let past = try #require(CalendarDate(iso: "2020-01-01"))
    func expectRefusal(_ operation: () async throws -> Void) async {
      await #expect { try await operation() } throws: {
        guard case CareRefusal.client(.nextVisitIsOver(past, _)) = $0 else { return false }
        return true
      }
    }
    await expectRefusal { _ = try await plans.describe(draft, nextVisit: past, message: nil) }
    await expectRefusal { _ = try await plans.check(draft, nextVisit: past) }
    let message = "See you"
    #expect(try await plans.describe(draft, nextVisit: .today(), message: message, dryRun: true).message == message)
    #expect(try await caseload.desk.plan("\(draft.id)").message == nil, "a dry run changes nothing")
  }

  @Test func aDryRunOfAnotherLinkLeavesTheOldOne() async throws {
    let plan = try await caseload.issuedPlan(of: try await caseload.clientWithAcceptedIntake("Linked")).plan
    let expiresAt = Date(timeIntervalSinceNow: 3600)
    for dryRun in [true, false] {
      var link: LinkToken?
      _ = try await plans.relink(plan, expiresAt: expiresAt, dryRun: dryRun) {
        link = $0
        return $0.text
      }
      #expect(try await opens(try #require(link)) == !dryRun)
    }
    try await caseload.desk.closePlan(plan.id)
    let closed = try await caseload.desk.plan("\(plan.id)")
    await #expect(throws: CareRefusal.self) {
      _ = try await plans.relink(closed, expiresAt: expiresAt, dryRun: true) { $0.text }
    }
  }

  private func opens(_ link: LinkToken) async throws -> Bool {
    let page = try ScratchInstance.current().url.appending(path: "p/\(link.text)")
    let (_, response) = try await URLSession.shared.data(from: page)
    return (response as? HTTPURLResponse)?.statusCode == 200
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
    let (client, plan) = try await caseload.clientHoldingPlan("Corrected")
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
    let reasoning = try await Reasoning.current(for: client.id, at: caseload.desk)
    #expect(throws: CareRefusal.self) { try reasoning.adding(first, to: draft, override: nil) }
    #expect(throws: CareRefusal.self) { try draft.putting(first: [first, first]) }
    #expect(try draft.removing(first).map(\.item) == draft.items.dropFirst().map(\.item))
    #expect { _ = try reasoning.admit("hc.chin tuck", override: nil) } throws: {
      guard case CareRefusal.planItem(.unknown(_, let near)) = $0 else { return false }
      return near.contains { $0.id == "hc.chin_tuck" }
    }
  }
}
