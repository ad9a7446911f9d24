/// Ending what sessions are left of logins that were closed. It is done after the commit, from which on none can begin.
enum ClosedSessions {
  private static let limit: Duration = .seconds(30)

  /// Calls a function of the database that ends such sessions, and returns how many it found, until it finds none.
  /// - Throws: `Refusal.conflict` if some are left after half a minute.
  static func end(_ end: () async throws -> Int) async throws {
    let start = ContinuousClock.now
    while try await end() > 0 {
      guard ContinuousClock.now - start < limit else {
        throw Refusal.conflict("the login is closed, but PostgreSQL does not end all of its sessions")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
