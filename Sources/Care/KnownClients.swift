import Clinical
import Records

/// The clients of a practice in memory, to compare many others with: one reading, where `ClientLookup` asks the database
/// several times for each. Who is alike is the same.
package struct KnownClients: Sendable {
  private let clients: [(client: Client, name: String)]
  private var byEmail: [String: [Int]] = [:]
  private var byPhone: [String: [Int]] = [:]
  /// By the first two letters of each word of the name.
  private var byBeginning: [String: Set<Int>] = [:]

  package init(_ clients: [Client]) {
    self.clients = clients.map { ($0, $0.fullName.foldedForSearch) }
    for (index, (client, name)) in self.clients.enumerated() {
      if let email = client.email { byEmail[email.lowercased(), default: []].append(index) }
      for key in client.phone.map({ PhoneNumber($0).keys }) ?? [] { byPhone[key, default: []].append(index) }
      for word in name.split(separator: " ") { byBeginning["\(word.prefix(2))", default: []].insert(index) }
    }
  }

  /// Returns the clients with the same e-mail or phone number, or with nearly the same name unless the birth dates
  /// differ.
  package func likelyDuplicates(
    name: String, email: String?, phone: String?, birthDate: CalendarDate?
  ) -> [Client] {
    let sharing = (email.flatMap { byEmail[$0.lowercased()] } ?? []) + (phone.map(called) ?? [])
    let namesakes = spelledLike(name.foldedForSearch).filter { index in
      let other = clients[index].client.birthDate
      return birthDate == nil || other == nil || birthDate == other
    }
    var seen: Set<Int> = []
    return (sharing + namesakes).filter { seen.insert($0).inserted }.map { clients[$0].client }
  }

  private func spelledLike(_ wanted: String) -> [Int] {
    let words = wanted.split(separator: " ")
    guard let first = words.first, let last = words.last else { return [] }
    for beginnings in [words.map { $0.prefix(2) }, [first.prefix(3)], [last.prefix(3)]] {
      let near = candidates(beginnings)
        .map { (index: $0, distance: clients[$0].name.editDistance(to: wanted)) }
        .filter { $0.distance <= ClientLookup.tolerance(ofDuplicates: wanted) }
        .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      if !near.isEmpty { return near.map(\.index) }
    }
    return []
  }

  /// Returns the clients whose names have words with all of the beginnings.
  private func candidates(_ beginnings: [Substring]) -> [Int] {
    guard var found = beginnings.first.map({ byBeginning["\($0.prefix(2))"] ?? [] }) else { return [] }
    for beginning in beginnings.dropFirst() { found.formIntersection(byBeginning["\(beginning.prefix(2))"] ?? []) }
    return found.filter { index in
      let words = clients[index].name.split(separator: " ")
      return beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
    }
  }

  private func called(_ phone: String) -> [Int] {
    let number = PhoneNumber(phone)
    return number.keys.flatMap { byPhone[$0] ?? [] }.filter { index in
      clients[index].client.phone.map { PhoneNumber($0).isSame(as: number) } ?? false
    }
  }
}
