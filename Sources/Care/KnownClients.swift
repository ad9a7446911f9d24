import Clinical
import Records

/// The clients of a practice in memory, to compare many others with: one reading, where `ClientLookup` asks the database
/// several times for each.
package struct KnownClients: ClientCandidates, Sendable {
  private let clients: [ClientCandidate]
  private var byContact: [String: [Int]] = [:]
  /// By the first two letters of each word of the name.
  private var byBeginning: [Substring: Set<Int>] = [:]

  package init(_ clients: [Client]) {
    self.clients = clients.map(ClientCandidate.init)
    for (index, candidate) in self.clients.enumerated() {
      for key in candidate.traits.contactKeys { byContact[key, default: []].append(index) }
      for word in candidate.traits.words { byBeginning[word.prefix(2), default: []].insert(index) }
    }
  }

  package func reached(like person: PersonTraits) -> [ClientCandidate] {
    person.contactKeys.flatMap { byContact[$0] ?? [] }.map { clients[$0] }
  }

  package func named(_ beginnings: [Substring]) -> [ClientCandidate] {
    guard var found = beginnings.first.map(begun) else { return [] }
    for beginning in beginnings.dropFirst() { found.formIntersection(begun(beginning)) }
    return found.sorted().map { clients[$0] }.filter { candidate in
      beginnings.allSatisfy { beginning in candidate.traits.words.contains { $0.hasPrefix(beginning) } }
    }
  }

  private func begun(_ beginning: Substring) -> Set<Int> { byBeginning[beginning.prefix(2)] ?? [] }
}

extension PersonTraits {
  fileprivate var words: [Substring] { name.split(separator: " ") }
}
