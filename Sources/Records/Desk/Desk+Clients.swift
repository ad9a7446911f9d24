import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  package func addClient(
    id: Client.ID, name: String, email: String?, phone: String?, birthDate: CalendarDate?
  ) async throws -> Client {
    try await call(
      "desk.client_add", .id(id), .text(name), email.map { .text($0) }, phone.map { .text($0) },
      birthDate.map { .day($0) }
    ).only(as: Client.init)
  }

  /// Returns the clients one may see, by name.
  /// - Parameter most: nil means all of them.
  package func clients(includingArchived: Bool = false, most: Int? = nil) async throws -> [Client] {
    try await call("desk.client_list", .bool(includingArchived), most.map { .int($0) }).decoded(as: Client.init)
  }

  /// Returns the clients whose name, e-mail and phone number hold all words of a text, each from its beginning: first those
  /// with the most words in full, archived ones last. Case, accents and punctuation do not matter.
  package func matchingClients(_ words: String, limit: Int = 50) async throws -> [MatchingClient] {
    try await call("desk.client_match", .text(words), .int(limit)).decoded(as: MatchingClient.init)
  }

  package func client(_ reference: String) async throws -> Client {
    try await call("desk.client_get", .text(reference)).only(as: Client.init)
  }

  /// Changes some details of a client.
  ///
  /// - Parameters:
  ///   - client: as it was read; `Refusal.stale` if somebody changed it since.
  ///   - changes: nil clears a detail. A birth date is `YYYY-MM-DD`.
  package func editClient(_ client: Client, _ changes: [Client.Detail: String?]) async throws -> Client {
    try await call("desk.client_edit", .id(client.id), .json(changes), .int(client.version)).only(as: Client.init)
  }

  package func archiveClient(_ reference: String, reason: String?) async throws {
    _ = try await call("desk.client_archive", .text(reference), reason.map { .text($0) })
  }

  package func restoreClient(_ reference: String) async throws {
    _ = try await call("desk.client_restore", .text(reference))
  }

  /// Merges a client into another: whoever asks for `source` gets `kept` from now on.
  /// - Parameter fields: the details that `kept` takes over from `source`.
  package func mergeClient(
    _ source: String, into kept: String, taking fields: [Client.Detail]
  ) async throws -> Client {
    let names = "{\(fields.map(\.rawValue).joined(separator: ","))}"
    return try await call("desk.client_merge", .text(source), .text(kept), .text(names))
      .only(as: Client.init)
  }

  /// Takes back a merge of the last 30 days, for both clients.
  /// - Parameter source: the client that was merged into another.
  package func unmergeClient(_ source: String) async throws -> Client {
    try await call("desk.client_unmerge", .text(source)).only(as: Client.init)
  }

  /// Removes a client's records for ever, unless a retention rule or a legal hold keeps them (`Refusal.blocked` with
  /// the rule and its date).
  ///
  /// - Parameters:
  ///   - confirm: the client's short id.
  ///   - dryRun: counts the records without removing them.
  package func eraseClient(_ reference: String, confirm: String, dryRun: Bool) async throws -> [ErasedRecords] {
    try await call("desk.client_erase", .text(reference), .text(confirm), .bool(dryRun))
      .decoded { ErasedRecords(what: try $0.string("what"), count: try $0.integer("rows_removed")) }
  }

  /// Puts a client's records under a legal hold, or lifts it.
  /// - Parameter reason: nil lifts the hold.
  package func holdClient(_ reference: String, reason: String?) async throws {
    _ = try await call("desk.client_hold", .text(reference), reason.map { .text($0) })
  }

  /// Returns what happened with a client, the newest first.
  package func timeline(of reference: String, since: Date? = nil) async throws -> [TimelineEntry] {
    try await call("desk.client_timeline", .text(reference), since.map { .instant($0) })
      .decoded(as: TimelineEntry.init)
  }
}
