import Clinical
import Foundation
import JSON
import Records
import Testing

@testable import Care

/// What one record says counts for the plans of the other as long as both are one, against a real instance.
@Suite(.serialized) struct MergeRulesTests {
  private let caseload: Caseload
  private var desk: Desk { caseload.desk }
  private var plans: Plans { Plans(at: desk) }

  init() async throws { caseload = try await Caseload() }

  @Test(arguments: [false, true])
  func aMergePausesThePlanThatTheOtherRecordForbids(intoTheOther: Bool) async throws {
    let (held, plan) = try await caseload.clientHoldingPlan("Held")
    let other = try await caseload.client("Other")
    let unread = try await caseload.unreadIntake(of: other)
    let clients = Clients(at: desk)
    let (from, into) = intoTheOther ? (held, other) : (other, held)
    #expect(try await clients.merge(from, into: into, taking: [], dryRun: true).pauses == nil)
    #expect(try await desk.plan("\(plan.id)").state == .issued)
    let pauses = try #require(try await clients.merge(from, into: into, taking: [], dryRun: false).pauses)
    #expect(pauses.paused.map(\.id) == [plan.id] && pauses.stillOut == nil)
    await #expect(throws: Caseload.blocked("intake \(unread.shortID)")) { try await desk.resumePlan(plan.id) }
    await #expect(throws: CareRefusal.self) { try await plans.resume(plan, dryRun: false) }
    let restored = try await clients.unmerge("\(from.id)", dryRun: false)
    #expect(restored.restored.id == from.id && restored.pauses?.paused.isEmpty == true)
    #expect(try await desk.plan("\(plan.id)").state == .paused, "it stays paused until somebody opens it again")
    try await plans.resume(plan, dryRun: false)
  }

  /// The other record's flag was read; what it forbids is known to the content alone.
  @Test func aMergePausesThePlanThatDoesNotFitTheNewerIntake() async throws {
    let (held, plan) = try await caseload.clientHoldingPlan("Known")
    let other = try await caseload.client("Newer")
    let intake = try await caseload.intake(of: other, changing: ["safety.saddle_numb": .string("yes")])
    for flag in intake.openFlags {
      try await desk.acknowledgeFlag(flag.flag, of: intake.id, action: "refer", note: "sent her")
    }
    _ = try await caseload.accept(try await desk.intake("\(intake.id)"))
    let pauses = try await Clients(at: desk).merge(other, into: held, taking: [], dryRun: false).pauses
    #expect(pauses?.paused.map(\.id) == [plan.id])
    #expect(try await desk.plan("\(plan.id)").state == .paused)
    let newest = try #require(try await desk.undoLog().first)
    #expect(newest.verb == "client.merge")
    _ = try await Clients(at: desk).undo(newest, dryRun: false)
    try await plans.resume(plan, dryRun: false)
  }

  @Test(arguments: [false, true])
  func aPlanFromTheOtherRecordIsPausedWhenTheMergeIsTakenBack(byUndo: Bool) async throws {
    let kept = try await caseload.client("Kept")
    let other = try await caseload.clientWithAcceptedIntake("Gone")
    let clients = Clients(at: desk)
    _ = try await clients.merge(other, into: kept, taking: [], dryRun: false)
    let plan = try await caseload.issuedPlan(of: kept).plan
    let pauses =
      byUndo
      ? try await clients.undo(try #require(try await desk.undoLog().first), dryRun: false).pauses
      : try await clients.unmerge("\(other.id)", dryRun: false).pauses
    #expect(pauses?.paused.map(\.id) == [plan.id])
    await #expect(
      throws: Refusal.blocked("the plan was made from records of another client; revise it instead")
    ) {
      try await desk.resumePlan(plan.id)
    }
  }
}
