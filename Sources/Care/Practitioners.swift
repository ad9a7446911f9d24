import Records

/// Those who work in a practice, for its owner.
package struct Practitioners: Sendable {
  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Ends somebody's login and their sessions, and hands all their clients to a colleague.
  /// - Returns: the number of clients handed over.
  package func deactivate(_ leaver: Colleague, successor: Colleague, dryRun: Bool) async throws -> Int {
    let count = try await desk.perform(dryRun: dryRun) {
      try await desk.deactivatePractitioner("\(leaver.id)", successor: "\(successor.id)")
    }
    // A session that is open may see nothing from then on, and ends here.
    if !dryRun { try await desk.endClosedSessions() }
    return count
  }
}
