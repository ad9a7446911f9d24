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
