import Care
import Records

/// Clients from another system: which of them the practice may know already, and adding them as one change.
package struct ClientArrivals: Sendable {
  /// The most clients that one call of the database takes.
  private static let mostAtOnce = 500

  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Adds a doubt to each who may be a client of the practice already.
  package func lookForTwins(of clients: inout [ArrivingClient]) async throws {
    let known = KnownClients(try await desk.clients(includingArchived: true))
    for index in clients.indices where clients[index].canBeAdded {
      let twins = try await known.likelyDuplicates(of: clients[index].traits)
      if !twins.isEmpty { clients[index].doubts.append(.likeClients(twins)) }
    }
  }

  /// Adds clients as one change, all or none, which can be taken back as one.
  package func add(_ clients: [ArrivingClient]) async throws -> [Client] {
    try await desk.transaction { try await addWithin(clients) }
  }

  /// Adds clients as one change, in a transaction that has begun.
  package func addWithin(_ clients: [ArrivingClient]) async throws -> [Client] {
    let arrivals = clients.map { client in
      ImportedClient(
        id: .new(), fullName: client.name, email: client.email, phone: client.phone, birthDate: client.birthDate,
        archived: client.archived, notes: client.notes)
    }
    let batch = RecordID<ImportedClient>.new()
    var added: [Client] = []
    for start in stride(from: 0, to: arrivals.count, by: Self.mostAtOnce) {
      let part = arrivals[start..<min(start + Self.mostAtOnce, arrivals.count)]
      added += try await desk.importClients(Array(part), batch: batch)
    }
    let byID = Dictionary(added.map { ($0.id, $0) }) { first, _ in first }
    return arrivals.compactMap { byID[$0.id] }
  }
}
