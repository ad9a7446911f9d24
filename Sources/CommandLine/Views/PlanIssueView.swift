import Care
import Foundation
import JSON
import Records

extension ClientPage {
  var json: JSON { ["url": .string(address), "expires_at": JSON(expiresAt)] }
}

extension Console {
  /// Issues a plan and shows the address of the client's page; a plan whose address could not be shown is not issued.
  func issue(
    _ checked: CheckedPlan, message: String?, _ expires: Period, at desk: Desk
  ) async throws -> PlanIssue {
    let site = try PublicSite(settings)
    let outbox = try await desk.outboxKey()
    let issue = try await namingWhatWaits {
      try await desk.transaction {
        let issue = try await Plans(at: desk).issue(
          checked, message: message, expiresAt: try expires.end, outbox: outbox, address: site.plan)
        try deliver(
          issue.plan.json(checked.reasoning).adding(issue.page.json), orText: issue.page.address,
          "address of the client's page")
        return issue
      }
    }
    for other in issue.alsoHeld {
      warn("Plan \(other.shortID) is still issued: \(issue.plan.clientName) holds both now.")
      note("plumbline plan close \(other.shortID)    ends it; plan revise replaces one from the start")
    }
    return issue
  }

  /// Opens the page of a paused plan again.
  func resume(_ plan: Plan, at desk: Desk) async throws {
    try await namingWhatWaits { try await Plans(at: desk).resume(plan, dryRun: dryRun) }
  }

  /// What the database refuses has come in since the plan was checked.
  private func namingWhatWaits<Value>(_ operation: () async throws -> Value) async throws -> Value {
    do {
      return try await operation()
    } catch Refusal.blocked(let sentence) {
      throw CommandError(.refused, "\(sentence).", next: "plumbline today    says what waits for you")
    }
  }
}
