import Care

/// The clients of the rows before, by what two records of one person share.
struct SeenClients {
  private var rows: [String: [(row: Int, traits: PersonTraits)]] = [:]

  mutating func add(_ client: ArrivingClient) {
    let traits = client.traits
    for key in Self.keys(traits) { rows[key, default: []].append((client.row, traits)) }
  }

  /// Returns the earlier rows with the same e-mail or phone number, or the same name unless the birth dates differ.
  func rows(like client: ArrivingClient) -> [Int] {
    let traits = client.traits
    let alike = Self.keys(traits).flatMap { rows[$0] ?? [] }.filter { _, other in
      traits.isReachedLike(other) || traits.name == other.name && traits.mayBeBornLike(other)
    }
    return Set(alike.map(\.row)).sorted()
  }

  private static func keys(_ traits: PersonTraits) -> [String] { traits.contactKeys + ["name \(traits.name)"] }
}
