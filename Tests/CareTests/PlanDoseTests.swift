import Clinical
import Foundation
import Handout
import Records
import Testing

@testable import Care

/// A therapist's own dose, against a real instance.
@Suite(.serialized) struct PlanDoseTests {
  private let caseload: Caseload
  private var plans: Plans { Plans(at: caseload.desk) }
  private let item: HomeCareItem.ID = "hc.chin_tuck"

  init() async throws { caseload = try await Caseload() }

  private func draft(_ name: String) async throws -> Plan {
    let client = try await caseload.clientWithAcceptedIntake(name)
    let plan = try await plans.draft(try await plans.proposal(for: client))
    guard !plan.contains(item) else { return plan }
    let added = try await plans.reasoning(of: plan).reasoning.adding(item, to: plan, override: nil)
    try await caseload.desk.setItems(plan.items + [added], of: plan)
    return try await caseload.desk.plan("\(plan.id)")
  }

  private func dose(of plan: Plan) -> DoseChange? { plan.items.first { $0.item == item }?.dose }

  @Test func aDoseIsKeptAndThePaperSaysIt() async throws {
    let plan = try await draft("Dosed")
    let first = DoseChange(amounts: [.repeats: 6, .sets: 2], side: .left)
    let (once, _) = try await plans.setDose(of: item, in: plan, to: .set(first), note: "before bed", dryRun: false)
    let (twice, _) = try await plans.setDose(
      of: item, in: once, to: .set(DoseChange(amounts: [.sets: 3])), note: nil, dryRun: false)
    #expect(dose(of: twice) == DoseChange(amounts: [.repeats: 6, .sets: 3], side: .left))
    #expect(twice.items.first { $0.item == item }?.note == "before bed")
    let checked = try await plans.check(twice)
    let text = try await plans.preview(twice, checked.reasoning).text(width: 0)
    #expect(text.contains("3 sets of 6, hold each for 5 seconds, on the left side, 3 times a day"), "\(text)")
    let (usual, _) = try await plans.setDose(of: item, in: twice, to: .usual, note: "", dryRun: false)
    #expect(dose(of: usual) == nil && usual.items.first { $0.item == item }?.note == nil)
  }

  @Test func moreThanIsSafeWantsAReasonThatTheAuditKeeps() async throws {
    let plan = try await draft("Strong")
    var change = DoseChange(amounts: [.repeats: 30])
    await #expect {
      _ = try await plans.setDose(of: item, in: plan, to: .set(change), note: nil, dryRun: false)
    } throws: {
      guard case CareRefusal.planItem(.dose(_, let faults)) = $0 else { return false }
      return faults == [.tooMuch(.repeats, 1...15)] && faults.allSatisfy(\.isAnsweredByReason)
    }
    change.reason = "lifts for a living \(UUID().uuidString.prefix(8))"
    let (dosed, _) = try await plans.setDose(of: item, in: plan, to: .set(change), note: nil, dryRun: false)
    #expect(dose(of: dosed)?.reason == change.reason)
    _ = try await plans.check(dosed)
    let entries = try await caseload.desk.auditEntries(client: plan.client)
    #expect(entries.contains { $0.verb == "plan.edit" && $0.reason == change.reason })
  }

  @Test func aNoteAloneKeepsTheReasonAndDoesNotGiveItAgain() async throws {
    let plan = try await draft("Noted")
    let strong = DoseChange(amounts: [.repeats: 30], reason: "lifts for a living \(UUID().uuidString.prefix(8))")
    let (dosed, _) = try await plans.setDose(of: item, in: plan, to: .set(strong), note: nil, dryRun: false)
    let (noted, _) = try await plans.setDose(of: item, in: dosed, to: .keep, note: "slowly", dryRun: false)
    #expect(dose(of: noted) == strong)
    #expect(noted.items.first { $0.item == item }?.note == "slowly")
    let reasons = try await caseload.desk.auditEntries(client: plan.client).filter { $0.reason == strong.reason }
    #expect(reasons.count == 1)
    let less = DoseChange(amounts: [.repeats: 6])
    let (eased, _) = try await plans.setDose(of: item, in: noted, to: .set(less), note: nil, dryRun: false)
    #expect(dose(of: eased) == less, "the reason went with what it answered for")
  }

  @Test func aReasonIsTakenOnlyForMoreThanIsSafe() async throws {
    let plan = try await draft("Needless")
    let change = DoseChange(amounts: [.repeats: 6], reason: "why not")
    await #expect {
      _ = try await plans.setDose(of: item, in: plan, to: .set(change), note: nil, dryRun: false)
    } throws: {
      if case CareRefusal.planItem(.needsNoReason(let item)) = $0 { item.id == self.item } else { false }
    }
    let none = DoseChange(amounts: [.repeats: 0], reason: "none at all")
    await #expect {
      _ = try await plans.setDose(of: item, in: plan, to: .set(none), note: nil, dryRun: false)
    } throws: {
      guard case CareRefusal.planItem(.dose(_, let faults)) = $0 else { return false }
      return faults == [.tooLittle(.repeats, 1...15)] && !faults.contains(where: \.isAnsweredByReason)
    }
  }

  @Test func aDryRunAndAnAmountTheItemDoesNotHaveChangeNothing() async throws {
    let plan = try await draft("Untouched")
    let change = DoseChange(amounts: [.weeks: 2])
    #expect(
      try await dose(of: plans.setDose(of: item, in: plan, to: .set(change), note: nil, dryRun: true).plan) == change)
    await #expect(throws: CareRefusal.self) {
      _ = try await plans.setDose(
        of: item, in: plan, to: .set(DoseChange(amounts: [.minutes: 2])), note: nil, dryRun: false)
    }
    #expect(try await caseload.desk.plan("\(plan.id)").items == plan.items)
  }

  /// The bounds come from the content with which the plan is issued, which may differ from the one when the dose was
  /// set.
  @Test func anUnsafeDoseIsNotIssuedHoweverItCameThere() async throws {
    let plan = try await draft("Smuggled")
    let items = plan.items.map { entry in
      var entry = entry
      if entry.item == item { entry.dose = DoseChange(amounts: [.repeats: 100]) }
      return entry
    }
    try await caseload.desk.setItems(items, of: plan)
    let smuggled = try await caseload.desk.plan("\(plan.id)")
    await #expect(throws: CareRefusal.self) { _ = try await plans.check(smuggled) }
  }
}
