import Clinical
import Records

/// The clients of a practice: merging two records of one person, and handing a client over to a colleague.
package struct Clients: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Returns the details that a record takes over from another of the same person when nobody chooses: those that only
  /// the other has.
  package static func takenOver(from: Client, into: Client) -> [Client.Detail] {
    Client.Detail.allCases.filter { into.text(of: $0).isEmpty && !from.text(of: $0).isEmpty }
  }

  /// - Throws: `ClientRefusal.sameRecord` when both are the same record.
  package static func refuseSame(_ from: Client, _ into: Client) throws {
    if from.id == into.id { throw CareRefusal.client(.sameRecord(into)) }
  }

  /// Merges two records of the same person into one, and pauses the plans of either that no longer fit: what one record
  /// says counts for the plans of the other from now on.
  ///
  /// - Parameter details: the details that the kept record takes over.
  /// - Returns: the kept record, and the plans that were paused; no plan is checked in a dry run.
  package func merge(
    _ from: Client, into: Client, taking details: [Client.Detail], dryRun: Bool
  ) async throws -> (kept: Client, pauses: PlanPauses?) {
    try Self.refuseSame(from, into)
    let issued = try await issuedPlans(of: [from.id, into.id])
    let kept = try await desk.perform(dryRun: dryRun) {
      try await desk.mergeClient("\(from.id)", into: "\(into.id)", taking: details)
    }
    return (kept, dryRun ? nil : await pauseTouched(of: [kept.id], issuedBefore: issued))
  }

  /// Takes a merge of the last 30 days back, and pauses the plans that no longer fit: those that were made from what is
  /// another client's again. What the merge paused stays paused.
  ///
  /// - Parameter source: the record that was merged into another.
  package func unmerge(
    _ source: String, dryRun: Bool
  ) async throws -> (restored: Client, pauses: PlanPauses?) {
    let kept = try await desk.client(source)
    let issued = try await issuedPlans(of: [kept.id])
    let restored = try await desk.perform(dryRun: dryRun) { try await desk.unmergeClient(source) }
    return (restored, dryRun ? nil : await pauseTouched(of: [kept.id, restored.id], issuedBefore: issued))
  }

  /// Takes the newest change back, and pauses the plans that no longer fit if it was a merge.
  package func undo(
    _ newest: UndoLogEntry, dryRun: Bool
  ) async throws -> (undone: UndoLogEntry, pauses: PlanPauses?) {
    let merged = newest.mergedClients
    let issued = try await issuedPlans(of: Array(merged.prefix(1)))
    let undone = try await desk.perform(dryRun: dryRun) { try await desk.undo() }
    return (undone, dryRun ? nil : await pauseTouched(of: merged, issuedBefore: issued))
  }

  private func issuedPlans(of clients: [Client.ID]) async throws -> [Plan] {
    var issued: [Plan] = []
    for client in clients { issued += try await desk.plans(of: client).filter { $0.state == .issued } }
    return issued
  }

  private func pauseTouched(of clients: [Client.ID], issuedBefore issued: [Plan]) async -> PlanPauses {
    var pauses = PlanPauses(paused: [], stillOut: nil)
    for client in clients {
      pauses = pauses.adding(await Plans(at: desk).pauseTouched(of: client, issuedBefore: issued))
    }
    return pauses
  }

  /// Hands a client over to a colleague.
  package func handOver(_ client: Client, to colleague: Colleague, dryRun: Bool) async throws -> Client {
    try await desk.perform(dryRun: dryRun) { try await desk.assignClient("\(client.id)", to: "\(colleague.id)") }
  }
}

extension UndoLogEntry {
  /// The record that another was merged into by the change, and then that other; empty for any other change.
  fileprivate var mergedClients: [Client.ID] {
    guard verb == "client.merge", let client else { return [] }
    return [client, Client.ID(target)]
  }
}
