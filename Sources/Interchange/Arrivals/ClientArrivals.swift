import Care
import Records

/// Clients from another system: which of them the practice may know already, and adding them as one change.
package struct ClientArrivals: Sendable {
  /// The most clients that one call of the database takes.
  private static let mostAtOnce = 500

  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Returns the clients of the practice who may be the same person.
  package func known(_ client: ArrivingClient) async throws -> [Client] {
    try await ClientLookup(at: desk).likelyDuplicates(
      name: client.name, email: client.email, phone: client.phone, birthDate: client.birthDate)
  }

  /// Adds clients as one change, all or none, which can be taken back as one.
  package func add(_ clients: [ArrivingClient]) async throws -> [Client] {
    let arrivals = clients.map { client in
      ImportedClient(
        id: .new(), fullName: client.name, email: client.email, phone: client.phone, birthDate: client.birthDate,
        archived: client.archived, notes: client.notes)
    }
    let batch = RecordID<ImportedClient>.new()
    let added = try await desk.transaction {
      var added: [Client] = []
      for start in stride(from: 0, to: arrivals.count, by: Self.mostAtOnce) {
        let part = arrivals[start..<min(start + Self.mostAtOnce, arrivals.count)]
        added += try await desk.importClients(Array(part), batch: batch)
      }
      return added
    }
    let byID = Dictionary(added.map { ($0.id, $0) }) { first, _ in first }
    return arrivals.compactMap { byID[$0.id] }
  }
}
