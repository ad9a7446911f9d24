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

extension [Colleague] {
  /// Returns the one that a person means, who is asked when several fit.
  ///
  /// - Throws: exit 3, which says who fits, or who there is when nobody does, or that they have left.
  func find(_ reference: String, _ console: Console) throws -> Colleague {
    let found = meant(by: reference)
    if let only = found.first, found.count == 1 { return only }
    let labels = found.map { "\($0.displayName) (\($0.login))" }
    guard !found.isEmpty else {
      let left = first { $0.isCalled(reference) }
      throw CommandError(
        .notFound,
        left.map { "\($0.displayName) has left." } ?? "nobody who works here is called “\(reference)”.",
        why: ["There are: " + filter(\.active).map(\.displayName).joined(separator: ", ")],
        next: ["plumbline practitioner list"])
    }
    guard console.mayAsk else {
      throw CommandError(
        .notFound, "“\(reference)” fits \(found.count) colleagues.", why: labels,
        next: ["Give the whole name or the login, such as \(found[0].login)."])
    }
    return try Prompt(console).choose("Which colleague?", labels, from: found)
  }

  /// Asks before a record is given to a colleague of whose name only a part was typed: it may be another's. Whoever was
  /// chosen among several has been asked already.
  ///
  /// - Parameter command: the command with the whole name, for whoever cannot be asked.
  func confirm(
    _ colleague: Colleague, called reference: String, _ question: String, _ command: String, _ console: Console
  ) throws {
    if colleague.isCalled(reference) || meant(by: reference).count > 1 || console.agreed || console.dryRun { return }
    guard console.mayAsk else {
      throw CommandError(
        .usage, "“\(reference)” is only a part of a name. Is \(colleague.displayName) meant?", next: command)
    }
    guard Prompt(console).agrees(question) else { throw CommandError(.cancelled, "nothing was done.") }
  }
}

extension String {
  /// Whether this is an id or a short id rather than a name.
  fileprivate var looksLikeID: Bool { utf8.count == 36 || contains { ("0"..."9").contains($0) } }
}
