import Care
import Records

extension Desk {
  /// Returns the client that a person means. A command that reads takes a mistyped name for the only one like it and says
  /// so; one that writes never guesses.
  func find(_ reference: String, _ console: Console, writing: Bool = false) async throws -> Client {
    switch try await ClientLookup(at: self).find(reference) {
    case .one(let client): return client
    case .several(let clients):
      guard console.mayAsk else {
        throw CommandError(
          .notFound, "“\(reference)” fits \(clients.count) clients.", why: clients.map(\.label),
          next: ["Give the short id, such as \(clients[0].shortID)."])
      }
      return try Prompt(console).choose("Which client?", clients.map(\.label), from: clients)
    case .near(let clients):
      if !writing, clients.count == 1 {
        console.note("Taking “\(reference)” for \(clients[0].label).")
        return clients[0]
      }
      throw CommandError(
        .notFound, "no client matches “\(reference)”.", why: ["Near: " + clients.map(\.label).joined(separator: ", ")],
        next: ["Give the short id, such as \(clients[0].shortID)."])
    case .none:
      throw CommandError(
        .notFound, "no client matches “\(reference)”.",
        next: reference.looksLikeID
          ? "plumbline client list" : "plumbline client list    or  plumbline client add \"\(reference)\"")
    }
  }

  /// Returns the client that a person means, or everyone whom they may see, whichever they asked for.
  func find(
    _ reference: String?, orAll all: Bool, includingArchived: Bool = false, _ console: Console
  ) async throws -> [Client] {
    switch (reference, all) {
    case (let reference?, false): [try await find(reference, console)]
    case (nil, true): try await clients(includingArchived: includingArchived)
    default: throw CommandError(.usage, "whom?", next: "a client, or --all")
    }
  }
}

extension String {
  /// Whether this is an id or a short id rather than a name.
  fileprivate var looksLikeID: Bool { utf8.count == 36 || contains { ("0"..."9").contains($0) } }
}
