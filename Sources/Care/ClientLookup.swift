import Clinical
import Records

/// Finds clients among those the practitioner may see.
///
/// The database looks words up, without regard to case, accents and punctuation, so that no more than the few clients
/// that fit are read, and says which of them are exactly so. Which is meant is decided here.
package struct ClientLookup: Sendable {
  package enum Outcome: Sendable {
    case one(Client)
    /// Names that are spelled nearly so: it takes a person to say whether one of them is meant.
    case near([Client])
    case several([Client])
    case none
  }

  private static let mostCandidates = 200
  private static let mostSuggestions = 5

  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Finds the client that a person means: by id or short id; else by e-mail, phone number or name, of each word its
  /// beginning at least; else by a name that is spelled nearly so.
  package func find(_ reference: String) async throws -> Outcome {
    if reference.mayBeID {
      do {
        return .one(try await desk.client(reference))
      } catch Refusal.notFound {
        // It may still be a name.
      }
    }
    let fitting = try await candidates(reference)
    let exact = fitting.filter(\.isExact)
    // Who is called so comes before whose e-mail address begins so.
    let named = fitting.filter(\.isNamed)
    let found = [exact, named].first { !$0.isEmpty } ?? fitting
    if found.count > 1 { return .several(found.map(\.client)) }
    if let only = found.first { return .one(only.client) }
    let name = reference.foldedForSearch
    let near = try await spelled(like: name, tolerance: max(1, name.count / 4)).prefix(Self.mostSuggestions)
    return near.isEmpty ? .none : .near(near.map(\.client))
  }

  /// Returns every client whose name, e-mail and phone number hold all of the words, of each its beginning at least.
  package func containing(_ words: String) async throws -> [Client] {
    try await desk.matchingClients(words, limit: Int(Int32.max)).map(\.client)
  }

  /// - Returns: nothing when the text has no word.
  private func candidates(_ text: String) async throws -> [MatchingClient] {
    do {
      return try await desk.matchingClients(text, limit: Self.mostCandidates)
    } catch Refusal.invalid {
      return []
    }
  }
}

extension ClientLookup: ClientCandidates {
  package func reached(like person: PersonTraits) async throws -> [ClientCandidate] {
    var found: [MatchingClient] = []
    for contact in person.contacts { found += try await candidates(contact) }
    return found.map { ClientCandidate($0.client) }
  }

  package func named(_ beginnings: [Substring]) async throws -> [ClientCandidate] {
    try await candidates(beginnings.joined(separator: " ")).map { ClientCandidate($0.client) }
  }
}

extension String {
  /// Whether this has the form of an id or of a short id.
  fileprivate var mayBeID: Bool {
    utf8.count == 36 || wholeMatch(of: /[0-9A-Za-z]{4,12}/) != nil
  }
}
