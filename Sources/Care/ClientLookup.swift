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
    let near = try await spelledLike(reference) { max(1, $0.count / 4) }.prefix(Self.mostSuggestions)
    return near.isEmpty ? .none : .near(Array(near))
  }

  /// Returns every client whose name, e-mail and phone number hold all of the words, of each its beginning at least.
  package func containing(_ words: String) async throws -> [Client] {
    try await desk.matchingClients(words, limit: Int(Int32.max)).map(\.client)
  }

  /// Returns the clients with the same e-mail or phone number, or with nearly the same name unless the birth dates
  /// differ.
  package func likelyDuplicates(
    name: String, email: String?, phone: String?, birthDate: CalendarDate?
  ) async throws -> [Client] {
    var alike: [Client] = []
    for contact in [email, phone].compactMap(\.self) {
      alike += try await candidates(contact).filter(\.isExact).map(\.client)
    }
    alike += try await spelledLike(name, tolerance: Self.tolerance(ofDuplicates:)).filter { client in
      birthDate == nil || client.birthDate == nil || birthDate == client.birthDate
    }
    var seen: Set<Client.ID> = []
    return alike.filter { seen.insert($0.id).inserted }
  }

  /// The number of letters by which the folded names of one person may differ.
  static func tolerance(ofDuplicates name: String) -> Int { name.count / 8 }

  /// - Returns: nothing when the text has no word.
  private func candidates(_ text: String) async throws -> [MatchingClient] {
    do {
      return try await desk.matchingClients(text, limit: Self.mostCandidates)
    } catch Refusal.invalid {
      return []
    }
  }

  /// Returns the clients whose name differs in at most some letters, the nearest first. They are sought by the beginnings
  /// of all words, or of the first or the last word when that leads to nobody: these must be right.
  ///
  /// - Parameter tolerance: the number of letters for a folded name.
  private func spelledLike(_ name: String, tolerance: (String) -> Int) async throws -> [Client] {
    let wanted = name.foldedForSearch
    let words = wanted.split(separator: " ")
    guard let first = words.first, let last = words.last else { return [] }
    for beginnings in [words.map { $0.prefix(2) }.joined(separator: " "), "\(first.prefix(3))", "\(last.prefix(3))"] {
      let near = try await candidates(beginnings)
        .map { ($0.client, $0.client.fullName.foldedForSearch.editDistance(to: wanted)) }
        .filter { $0.1 <= tolerance(wanted) }.sorted { $0.1 < $1.1 }
      if !near.isEmpty { return near.map(\.0) }
    }
    return []
  }
}

extension String {
  /// Whether this has the form of an id or of a short id.
  fileprivate var mayBeID: Bool {
    utf8.count == 36 || wholeMatch(of: /[0-9A-Za-z]{4,12}/) != nil
  }
}
