import Clinical
import Records

/// The plans that were paused, or could not be, when something new was recorded of their client.
package struct PlanPauses: Sendable {
  /// The plans that could not be issued with what is known now, and were paused.
  package let paused: [Plan]
  /// The plans that may no longer fit and are still out, with the error that kept them from being paused.
  package let stillOut: (plans: [Plan], cause: any Error)?

  /// - Throws: `PlanRefusal.stillOut` when a plan could not be paused.
  package func refuseStillOut() throws {
    if let stillOut { throw CareRefusal.plan(.stillOut(stillOut.plans, cause: stillOut.cause)) }
  }

  /// Returns these pauses with those of another client.
  func adding(_ other: PlanPauses) -> PlanPauses {
    let plans = (stillOut?.plans ?? []) + (other.stillOut?.plans ?? [])
    return PlanPauses(
      paused: paused + other.paused, stillOut: (stillOut?.cause ?? other.stillOut?.cause).map { (plans, $0) })
  }
}

extension Plans {
  /// Assesses what is known of a client now, and pauses every issued plan that could no longer be issued. When that cannot
  /// be determined, none is paused and all are reported. One that cannot be paused does not prevent the others.
  ///
  /// - Parameter before: plans that were issued before what was recorded. Those of them that the database has paused with
  ///   it are reported, too.
  package func pauseTouched(of client: Client.ID, issuedBefore before: [Plan] = []) async -> PlanPauses {
    let plans: [Plan]
    do {
      plans = try await desk.plans(of: client)
    } catch {
      return PlanPauses(paused: [], stillOut: ([], error))
    }
    let issued = plans.filter { $0.state == .issued }
    var paused = plans.filter { plan in plan.state == .paused && before.contains { $0.id == plan.id } }
    guard !issued.isEmpty else { return PlanPauses(paused: paused, stillOut: nil) }
    let touched: [Plan]
    do {
      let reasoning = try await Reasoning.newest(for: client, at: desk)
      let isWithheld = try await !Consents(at: desk).withheld(by: client).isEmpty
      touched = isWithheld ? issued : unfit(issued, reasoning)
    } catch {
      return PlanPauses(paused: paused, stillOut: (issued, error))
    }
    var failed: (plans: [Plan], cause: any Error)?
    for plan in touched {
      do {
        try await desk.pausePlan(plan.id)
        paused.append(plan)
      } catch {
        failed = ((failed?.plans ?? []) + [plan], error)
      }
    }
    return PlanPauses(paused: paused, stillOut: failed)
  }

  /// Returns those of a client's plans that could not be issued with what is known: all of them when nothing is.
  func unfit(_ plans: [Plan], _ reasoning: Reasoning?) -> [Plan] {
    plans.filter { (try? reasoning?.checkedItems(of: $0)) == nil }
  }
}
