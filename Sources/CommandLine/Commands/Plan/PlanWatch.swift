import Clinical
import Records

/// Keeps issued plans honest: one that a new red flag touches is paused.
struct PlanWatch {
  let client: Client.ID
  let desk: Desk

  /// Evaluates what is known today and pauses every issued plan that could not be issued any more.
  ///
  /// - Throws: when that cannot be told, or a plan cannot be paused: the others are paused before.
  func pauseTouchedPlans(_ console: Console) async throws {
    let issued = try await desk.plans(of: client).filter { $0.state == .issued }
    guard !issued.isEmpty else { return }
    let touched: [Plan]
    do {
      let reasoning = try await Reasoning.newest(for: client, at: desk)
      touched = issued.filter { (try? reasoning?.checkedForIssue($0)) == nil }
    } catch {
      throw notPaused(issued, CommandError(error))
    }
    var failed: (plans: [Plan], error: CommandError)?
    for plan in touched {
      do {
        try await desk.pausePlan(plan.id)
        console.warn("Plan \(plan.shortID) is paused: with what is known now it could not be issued.")
      } catch {
        failed = ((failed?.plans ?? []) + [plan], CommandError(error))
      }
    }
    if let failed { throw notPaused(failed.plans, failed.error) }
  }

  private func notPaused(_ plans: [Plan], _ error: CommandError) -> CommandError {
    CommandError(
      error.status, "saved, but the client still holds a plan that may not fit any more.",
      why: [error.what] + error.why, next: plans.map { "plumbline plan pause \($0.shortID)" })
  }
}
