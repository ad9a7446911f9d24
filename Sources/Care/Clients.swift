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

  /// Merges two records of the same person into one.
  ///
  /// - Parameter details: the details that the kept record takes over.
  package func merge(
    _ from: Client, into: Client, taking details: [Client.Detail], dryRun: Bool
  ) async throws -> Client {
    try Self.refuseSame(from, into)
    return try await desk.perform(dryRun: dryRun) {
      try await desk.mergeClient("\(from.id)", into: "\(into.id)", taking: details)
    }
  }

  /// Hands a client over to a colleague.
  package func handOver(_ client: Client, to colleague: Colleague, dryRun: Bool) async throws -> Client {
    try await desk.perform(dryRun: dryRun) { try await desk.assignClient("\(client.id)", to: "\(colleague.id)") }
  }
}
