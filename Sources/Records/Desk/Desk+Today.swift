import PostgreSQL

extension Desk {
  /// Returns what waits for this therapist beside intakes and invites, the longest waiting first.
  package func todaysRecords() async throws -> [TodaysRecord] {
    try await call("desk.today_records").decoded(as: TodaysRecord.init)
  }
}
