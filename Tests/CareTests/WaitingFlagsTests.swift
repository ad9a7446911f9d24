import Clinical
import Foundation
import FoundationNetworking
import Records
import TestSupport
import Testing

@testable import Care

/// What a client told last keeps a plan back until somebody has read it, against a real instance.
@Suite(.serialized) struct WaitingFlagsTests {
  private let caseload: Caseload
  private var desk: Desk { caseload.desk }
  private var plans: Plans { Plans(at: desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func aPlanThatACheckInPausedIsOpenedOnceItWasRead() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Told")
    let issue = try await caseload.issuedPlan(of: client)
    let plan = issue.plan
    let checkIn = try await tell(issue)
    #expect(try await desk.plan("\(plan.id)").state == .paused)
    await #expect { try await plans.resume(plan, dryRun: false) } throws: {
      guard case CareRefusal.planBasis(.checkInHasFlags(let waiting)) = $0 else { return false }
      return waiting.id == checkIn.id
    }
    let draft = try await plans.draft(try await plans.proposal(for: client))
    await #expect { _ = try await plans.check(draft) } throws: {
      guard case CareRefusal.planBasis(.checkInHasFlags) = $0 else { return false }
      return true
    }
    await #expect(throws: Caseload.blocked("check-in \(checkIn.shortID)")) { try await desk.resumePlan(plan.id) }
    try await CheckIns(at: desk).acknowledge(checkIn, .adapt, note: "called her", dryRun: false)
    try await plans.resume(plan, dryRun: false)
    #expect(try await desk.plan("\(plan.id)").state == .issued)
    _ = try await plans.check(draft)
  }

  /// Nothing but the database sees what is sent between the check and the issue, or the resumption.
  @Test func aFlagThatIsSentAfterTheCheckKeepsThePlanBack() async throws {
    let (client, held, checked) = try await pausedAndChecked("Late")
    let late = try await caseload.unreadIntake(of: client)
    #expect(try await desk.plan("\(checked.plan.id)").state == .draft)
    await #expect(throws: Caseload.blocked("intake \(late.shortID)")) { try await caseload.issue(checked) }
    await #expect(throws: Caseload.blocked("intake \(late.shortID)")) { try await desk.resumePlan(held.id) }
    try await desk.acknowledgeFlag(Caseload.referral, of: late.id, action: "adapt", note: "called her")
    try await desk.resumePlan(held.id)
    #expect(try await caseload.issue(checked).plan.state == .issued)
  }

  /// Both wait for the one that raises the flag, and see it when they go on.
  @Test func aFlagThatIsBeingStoredKeepsThePlanBack() async throws {
    let (client, held, checked) = try await pausedAndChecked("Meanwhile")
    let sender = try await Caseload()
    _ = try await sender.desk.client("\(client.id)")
    let issuing: Task<Void, any Error>
    let resuming: Task<Void, any Error>
    let other = try await Caseload()
    (issuing, resuming) = try await sender.desk.transaction {
      _ = try await sender.unreadIntake(of: client)
      let tasks = (
        Task { _ = try await caseload.issue(checked) },
        Task { try await other.desk.resumePlan(held.id) }
      )
      try await Task.sleep(for: .milliseconds(300))
      return tasks
    }
    await #expect(throws: Refusal.self) { try await issuing.value }
    await #expect(throws: Refusal.self) { try await resuming.value }
    #expect(try await desk.plan("\(held.id)").state == .paused)
    #expect(try await desk.plan("\(checked.plan.id)").state == .draft)
  }

  // MARK: helpers

  /// A client whose plan is paused, and whose next one was found right.
  private func pausedAndChecked(_ name: String) async throws -> (client: Client, held: Plan, checked: CheckedPlan) {
    let (client, held) = try await caseload.clientHoldingPlan(name)
    try await desk.pausePlan(held.id)
    return (client, held, try await plans.check(try await plans.draft(try await plans.proposal(for: client))))
  }

  /// A check-in from the page of a plan, whose red flag is not urgent.
  private func tell(_ issue: PlanIssue) async throws -> CheckIn {
    let path = try #require(URL(string: issue.page.address)).path
    var request = URLRequest(url: try ScratchInstance.current().url.appending(path: "\(path)/worry"))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(
      "form=worry&submission=\(UUID())&checkin.safety=pregnant&checkin.stop_sign=no".lowercased().utf8)
    let (page, response) = try await URLSession.shared.data(for: request)
    #expect((response as? HTTPURLResponse)?.statusCode == 200, "\(String(decoding: page, as: UTF8.self))")
    let told = try #require(try await desk.checkIns(of: issue.plan.client).first)
    #expect(told.openFlags.map(\.flag) == [Caseload.referral])
    return told
  }
}
