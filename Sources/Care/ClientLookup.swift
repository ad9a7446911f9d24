import Clinical
import Records

/// Finds a client among those the practitioner may see.
package struct ClientLookup: Sendable {
  package enum Outcome: Sendable {
    case one(Client)
    /// Close, but it takes a person to say so.
    case near([Client])
    case several([Client])
    case none
  }

  let clients: [Client]

  package init(clients: [Client]) { self.clients = clients }

  /// Finds the client that a person means: by exact id or short id, exact e-mail or phone, exact name, beginning of a name, fuzzy.
  package func find(_ reference: String) -> Outcome {
    let wanted = reference.foldedForSearch
    guard !wanted.isEmpty else { return .none }
    let digits = reference.phoneDigits
    let tests: [(Client) -> Bool] = [
      { $0.shortID == wanted || $0.id.description == wanted },
      { $0.email?.foldedForSearch == wanted || digits.count >= 6 && $0.phone?.phoneDigits == digits },
      { $0.fullName.foldedForSearch == wanted },
      { client in
        let words = client.fullName.foldedForSearch.split(separator: " ")
        return wanted.split(separator: " ").allSatisfy { part in words.contains { $0.hasPrefix(part) } }
      },
    ]
    for test in tests {
      let found = clients.filter(test)
      if found.count == 1 { return .one(found[0]) }
      if found.count > 1 { return .several(found) }
    }
    let near = fuzzy(wanted)
    return near.isEmpty ? .none : .near(near)
  }

  package func containing(_ words: String) -> [Client] {
    let parts = words.foldedForSearch.split(separator: " ")
    return clients.filter { client in
      let text = [client.fullName, client.email ?? "", client.phone ?? ""].joined(separator: " ").foldedForSearch
      return parts.allSatisfy { text.contains($0) }
    }
  }

  /// The same e-mail or phone, or nearly the same name unless the birth dates differ.
  package func likelyDuplicates(name: String, email: String?, phone: String?, birthDate: CalendarDate?) -> [Client] {
    let wanted = name.foldedForSearch
    return clients.filter { client in
      if let email, client.email?.foldedForSearch == email.foldedForSearch { return true }
      if let phone, phone.phoneDigits.count >= 6, client.phone?.phoneDigits == phone.phoneDigits { return true }
      if let birthDate, let other = client.birthDate, birthDate != other { return false }
      return client.fullName.foldedForSearch.editDistance(to: wanted) <= wanted.count / 8
    }
  }

  private static let mostSuggestions = 5

  private func fuzzy(_ wanted: String) -> [Client] {
    let tolerance = max(1, wanted.count / 4)
    return clients.map { ($0, $0.fullName.foldedForSearch.editDistance(to: wanted)) }
      .filter { $0.1 <= tolerance }.sorted { $0.1 < $1.1 }.prefix(Self.mostSuggestions).map(\.0)
  }
}
