import Care

/// What waits, with each client named once: where the most pressing of it stands, and there with all else that waits of
/// them. So nobody reads one client as two things to do.
struct NeedsByClient {
  struct Group {
    let need: Need
    /// What is said of each client, the first few.
    let lines: [String]
    /// Whether the lines say more than names.
    let isListed: Bool
  }

  private static let shown = 4

  /// Those of which anything waits.
  let groups: [Group]

  init(_ needs: [Need]) {
    let pressing = needs.filter { $0.count > 0 }
    var named: Set<String> = []
    groups = pressing.enumerated().map { index, need in
      let fresh = need.clients.unique.filter { !named.contains($0.name) }
      let said = fresh.prefix(Self.shown)
      let everyone = Set(need.clients.map(\.name))
      let above = everyone.intersection(named).count
      named.formUnion(said.map(\.name))
      let rest = pressing[(index + 1)...].filter { $0.isMetWith != need.key }
      let lines = said.map { client in
        let others = rest.filter { other in other.clients.contains { $0.name == client.name } }.map(\.one)
        return client.words + (others.isEmpty ? "" : "; also: \(others.joined(separator: ", "))")
      }
      let more = fresh.count > said.count ? ["and \(fresh.count - said.count) more"] : []
      let before = above > 0 ? [above == everyone.count ? "named above" : "and \(above) named above"] : []
      return Group(
        need: need, lines: lines + more + before,
        isListed: need.isListed || lines != said.map(\.words))
    }
  }
}
