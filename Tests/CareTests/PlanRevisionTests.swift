import Clinical
import Foundation
import Handout
import JSON
import Records
import Sealing
import Testing

@testable import Care

/// The next version of a plan, against a real instance.
@Suite(.serialized) struct PlanRevisionTests {
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func whatTheHandChoseStaysAndTheOldPlanEnds() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Revised")
    let dosed: HomeCareItem.ID = "hc.chin_tuck"
    var draft = try await adding(dosed, to: try await plans.draft(try await plans.proposal(for: client)))
    let removed = try #require(draft.items.first?.item)
    try #require(removed != dosed)
    try await caseload.desk.setItems(try draft.removing(removed), of: draft)
    draft = try await caseload.desk.plan("\(draft.id)")
    (draft, _) = try await plans.setDose(
      of: dosed, in: draft, to: .set(DoseChange(amounts: [.weeks: 1])), note: nil, dryRun: false)
    let first = try await issue(draft)

    let (next, _, revision) = try await plans.revise(first, dryRun: false)
    #expect(next.items.map(\.item) == first.items.map(\.item) && revision.new.isEmpty && revision.gone.isEmpty)
    #expect(next.items.first { $0.item == dosed }?.dose == DoseChange(amounts: [.weeks: 1]))
    #expect(next.revises == first.id)
    _ = try await issue(next)
    #expect(try await caseload.desk.plan("\(first.id)").state == .revised)
    #expect(try await plans.standing(of: client.id).held?.id == next.id)
  }

  @Test func theNewestRecordsAreTakenInAndTheSheetSaysWhatIsDifferent() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Newer")
    let cold: HomeCareItem.ID = "hc.ice_massage"
    let first = try await issue(
      try await adding(cold, to: try await plans.draft(try await plans.proposal(for: client))))
    _ = try await Evaluations(at: caseload.desk).sign(
      try await caseload.findings(["pf.fhp_cva": .sided(left: .number(38), right: .number(38))], of: client),
      dryRun: false)
    let newer = try await caseload.intake(of: client, changing: ["health.conditions": .array([.string("raynaud")])])
    for flag in newer.flags {
      try await caseload.desk.acknowledgeFlag(flag.flag, of: newer.id, action: "adapt", note: "no cold")
    }
    _ = try await caseload.accept(try await caseload.desk.intake("\(newer.id)"))

    let (dry, _, _) = try await plans.revise(first, dryRun: true)
    await #expect(throws: Refusal.self, "a dry run leaves no draft") { _ = try await caseload.desk.plan("\(dry.id)") }
    let (next, reasoning, revision) = try await plans.revise(first, dryRun: false)
    #expect(reasoning.intake.id == newer.id)
    #expect(revision.gone.contains { $0.item == cold && $0.refusal != nil }, "no cold with Raynaud's")
    #expect(!next.contains(cold))
    let text = try await plans.preview(next, reasoning).text(width: 0)
    #expect(text.contains("Replaces the plan of") && text.contains("Gone: Ice massage"), "\(text.prefix(1500))")
    #expect(try await issue(next).revises == first.id)
    #expect(try await caseload.desk.plan("\(first.id)").state == .revised)
  }

  @Test func aDraftKnowsWhatItWasMadeFrom() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Waiting form")
    let first = try await issue(try await plans.draft(try await plans.proposal(for: client)))
    let waiting = try await caseload.intake(of: client)
    let draft = try await plans.revise(first, dryRun: false).draft
    #expect(try await plans.isOutdated(draft) == false, "a form that nobody accepted counts for nothing")
    _ = try await caseload.accept(waiting)
    #expect(try await plans.isOutdated(draft), "it was sent before the draft, and accepted after it")
    try await caseload.desk.discardPlan(draft)
    let next = try await plans.revise(first, dryRun: false).draft
    #expect(next.intake == waiting.id)
    #expect(try await plans.isOutdated(next) == false)
    _ = try await Evaluations(at: caseload.desk).sign(
      try await caseload.findings(["pf.fhp_cva": .sided(left: .number(38), right: .number(38))], of: client),
      dryRun: false)
    #expect(try await plans.isOutdated(next), "nor does it know the new evaluation")
  }

  @Test func itFollowsTheCheckIns() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Told")
    let waits: HomeCareItem.ID = "hc.chin_tuck"
    var draft = try await adding(waits, to: try await plans.draft(try await plans.proposal(for: client)))
    var items = draft.items
    for index in items.indices where items[index].item == waits { items[index].phase = 2 }
    try await caseload.desk.setItems(items, of: draft)
    let first = try await issue(try await caseload.desk.plan("\(draft.id)"))
    try #require(now(first.items).count == 3 && !now(first.items).contains(waits))

    let better = try await revision(of: first, after: nil, by: .good(keepItems: 3))
    #expect(now(better.items).count == 3 && now(better.items).contains(waits), "the next step begins")
    #expect(better.gone.count == 1 && better.moved.map(\.item) == [waits])
    let less = try await revision(of: first, after: nil, by: .lowAdherence(days: 1, keepItems: 2))
    #expect(now(less.items).count == 2 && less.gone.isEmpty && less.moved.count == 1, "the rest waits")

    draft = try await plans.revise(first, dryRun: false).draft
    try await caseload.desk.setItems(better.items, of: draft)
    let second = try await issue(try await caseload.desk.plan("\(draft.id)"))
    let worse = try await revision(
      of: second, after: first, by: .worse(pain: nil, change: -2), .seePhysician(worseTimes: 2))
    #expect(now(worse.items) == now(first.items), "the step before again")
    #expect(worse.moved.map(\.item) == [waits])
    let referral = try #require(worse.new.first { $0.item == "hc.ref_physician" })
    #expect(referral.sources == [PlanItem.askedForByCheckIns])
    #expect(try await revision(of: second, after: first, by: .stopSign).isEmpty)
  }

  private func revision(
    of plan: Plan, after before: Plan?, by advice: FollowUpAdvice...
  ) async throws -> PlanRevision {
    let reasoning = try await plans.basis(for: plan.client)
    var revision = reasoning.revising(plan, draftedBefore: reasoning.draftedItems)
    reasoning.follow(advice, in: &revision, of: plan, after: before)
    return revision
  }

  /// The things to do from now on.
  private func now(_ items: [PlanItem]) -> Set<HomeCareItem.ID> {
    Set(items.filter { $0.phase == 1 && caseload.pack.item($0.item)?.isThingToDo == true }.map(\.item))
  }

  private func adding(_ item: HomeCareItem.ID, to draft: Plan) async throws -> Plan {
    guard !draft.contains(item) else { return draft }
    let added = try await plans.reasoning(of: draft).reasoning.adding(item, to: draft, override: nil)
    try await caseload.desk.setItems(draft.items + [added], of: draft)
    return try await caseload.desk.plan("\(draft.id)")
  }

  private func issue(_ plan: Plan) async throws -> Plan {
    try await plans.issue(
      try await plans.check(plan), message: nil, expiresAt: Date(timeIntervalSinceNow: 3600),
      address: { "https://intake.example.org/p/\($0.text)" }
    ).plan
  }
}
