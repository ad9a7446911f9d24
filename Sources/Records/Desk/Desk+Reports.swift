import Clinical
import PostgreSQL

extension Desk {
  /// Returns how far the invites of each month got.
  package func completion(since: CalendarDate) async throws -> [CompletionMonth] {
    try await call("desk.report_completion", .day(since)).decoded(as: CompletionMonth.init)
  }

  /// Returns the change of pain for each practitioner.
  package func outcomes(since: CalendarDate) async throws -> [PractitionerOutcome] {
    try await call("desk.report_outcomes", .day(since)).decoded(as: PractitionerOutcome.init)
  }

  /// Returns how often each red flag was raised.
  package func flagCounts(since: CalendarDate) async throws -> [FlagCount] {
    try await call("desk.report_flags", .day(since)).decoded(as: FlagCount.init)
  }

  /// Returns until when each client's records are kept; those that may be erased come first.
  /// - Parameter most: nil means all clients.
  package func retention(most: Int? = nil) async throws -> [ClientRetention] {
    try await call("desk.report_retention", most.map { .int($0) }).decoded(as: ClientRetention.init)
  }
}
