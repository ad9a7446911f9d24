import Records

/// A client who may be meant, with what they are judged by.
package struct ClientCandidate: Sendable {
  let client: Client
  let traits: PersonTraits

  init(_ client: Client) {
    self.client = client
    traits = PersonTraits(client)
  }
}

/// Where clients are sought who may be the one that is meant: in the database or, to compare many, in memory. It finds all
/// who fit, and may find more; who fits is judged here. The database returns no more than 200, and first who is reached by
/// the very address or number.
package protocol ClientCandidates {
  /// Returns clients among whom are all with the e-mail address or the phone number of this person.
  func reached(like person: PersonTraits) async throws -> [ClientCandidate]
  /// Returns clients among whom are all whose names have words with all of the beginnings, of two or three letters.
  func named(_ beginnings: [Substring]) async throws -> [ClientCandidate]
}

extension ClientCandidates {
  /// Returns the clients with the same e-mail or phone number, or with nearly the same name unless the birth dates
  /// differ.
  package func likelyDuplicates(of person: PersonTraits) async throws -> [Client] {
    let sharing = try await reached(like: person).filter { person.isReachedLike($0.traits) }
    let namesakes = try await spelled(like: person.name, tolerance: person.name.count / 8)
      .filter { person.mayBeBornLike($0.traits) }
    var seen: Set<Client.ID> = []
    return (sharing + namesakes).map(\.client).filter { seen.insert($0.id).inserted }
  }

  /// Returns the clients whose name differs in at most so many letters, the nearest first. They are sought by the beginnings
  /// of all words, or of the first or the last word when that leads to nobody: these must be right.
  ///
  /// - Parameter wanted: a folded name.
  func spelled(like wanted: String, tolerance: Int) async throws -> [ClientCandidate] {
    let words = wanted.split(separator: " ")
    guard let first = words.first, let last = words.last else { return [] }
    for beginnings in [words.map { $0.prefix(2) }, [first.prefix(3)], [last.prefix(3)]] {
      let near = try await named(beginnings)
        .map { (candidate: $0, distance: $0.traits.name.editDistance(to: wanted)) }
        .filter { $0.distance <= tolerance }.sorted { $0.distance < $1.distance }
      if !near.isEmpty { return near.map(\.candidate) }
    }
    return []
  }
}
