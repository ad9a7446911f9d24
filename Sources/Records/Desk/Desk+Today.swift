import PostgreSQL

extension Desk {
  /// Returns how much waits for this therapist.
  package func today() async throws -> Today {
    try await call("desk.today").only(as: Today.init)
  }

  /// Returns the evaluations, drafts and visits that `today` counts, the longest waiting first.
  package func todaysRecords() async throws -> [TodaysRecord] {
    try await call("desk.today_records").decoded(as: TodaysRecord.init)
  }
}
