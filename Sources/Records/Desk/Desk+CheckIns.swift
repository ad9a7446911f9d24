import Clinical
import PostgreSQL

extension Desk {
  /// Returns a client's check-ins, the newest first.
  package func checkIns(of client: Client.ID) async throws -> [CheckIn] {
    try await call("desk.checkin_list", .id(client)).decoded(as: CheckIn.init)
  }

  /// Returns the check-ins of every client one may see, the newest first, without what the clients told.
  ///
  /// - Parameter most: nil means all of them.
  package func checkInIndex(most: Int? = nil) async throws -> [CheckInSummary] {
    try await call("desk.checkin_index", most.map { .int($0) }).decoded(as: CheckInSummary.init)
  }

  package func checkIn(_ reference: String) async throws -> CheckIn {
    try await call("desk.checkin_get", .text(reference)).only(as: CheckIn.init)
  }

  /// Returns the check-ins of each plan of which one was not read, oldest first. The audit says before whose they are.
  package func waitingCheckIns() async throws -> [CheckIn] {
    _ = try await call("desk.checkin_waiting_open")
    return try await call("desk.checkin_waiting").decoded(as: CheckIn.init)
  }

  /// Says that a check-in was read, and acknowledges all its red flags at once.
  /// - Parameters:
  ///   - action: `FlagAction` as text; nil for a check-in without flags.
  ///   - note: what was done about the flags; of a check-in without flags what is to be kept with it, if anything.
  package func acknowledgeCheckIn(_ id: CheckIn.ID, action: String?, note: String?) async throws {
    _ = try await call("desk.checkin_acknowledge", .id(id), action.map { .text($0) }, note.map { .text($0) })
  }
}
