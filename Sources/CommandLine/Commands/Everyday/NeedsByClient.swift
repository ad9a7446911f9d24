import Care
import Records

/// What waits, with each client named once: where the most pressing of it stands, and there with all else that waits of
/// them. So nobody reads one client as two things to do. Who is named already stands under a later need only where more
/// is said there than the name: that may be why to call.
struct NeedsByClient {
  struct Group {
    let need: WordedNeed
    /// The names of the first few.
    let names: [String]
    /// What is said of each client, the first few.
    let lines: [String]
    /// Whether the lines say more than names.
    let isListed: Bool
  }

  private static let shown = 4

  /// Those of which anything waits.
  let groups: [Group]

  /// - Parameter shortIDs: of the clients whose name is another's too.
  init(_ needs: [WordedNeed], shortIDs: [Client.ID: String] = [:]) {
    let pressing = needs.filter { $0.count > 0 }
    var named: Set<Client.ID> = []
    groups = pressing.enumerated().map { index, need in
      let everyone = need.mentions
      let fresh = everyone.filter { !$0.words.isEmpty || !named.contains($0.client) }
      let said = fresh.prefix(Self.shown)
      let above = everyone.count - fresh.count
      let rest = pressing[(index + 1)...].filter { $0.isMetWith != need.key }
      let others = said.map { mention in
        named.contains(mention.client)
          ? [] : rest.filter { other in other.clients.contains { $0.client == mention.client } }.map(\.one)
      }
      named.formUnion(said.map(\.client))
      let lines = zip(said, others).map { mention, others in
        mention.line(shortIDs[mention.client], isListed: need.isListed)
          + (others.isEmpty ? "" : "; also: \(others.joined(separator: ", "))")
      }
      let more = fresh.count > said.count ? ["and \(fresh.count - said.count) more"] : []
      let before = above > 0 ? [above == everyone.count ? "named above" : "and \(above) named above"] : []
      return Group(
        need: need, names: said.map(\.name), lines: lines + more + before,
        isListed: need.isListed || others.contains { !$0.isEmpty })
    }
  }
}

extension WordedNeed {
  /// Each of its clients once, with all there is to say of them here.
  fileprivate var mentions: [Mention] {
    let records = Dictionary(grouping: clients, by: \.client)
    return clients.map(\.client).unique.compactMap { client in
      guard let all = records[client], let first = all.first else { return nil }
      return Mention(client: client, name: first.name, words: all.map(\.words).filter { !$0.isEmpty }, times: all.count)
    }
  }
}

/// A client as they stand under a need.
private struct Mention {
  let client: Client.ID
  let name: String
  let words: [String]
  /// How many records of theirs wait here.
  let times: Int

  func line(_ shortID: String?, isListed: Bool) -> String {
    let client = name + (shortID.map { " \($0)" } ?? "")
    guard !words.isEmpty else { return client + (times > 1 ? " ×\(times)" : "") }
    let said = words.unique.map { one in
      let times = words.count { $0 == one }
      return one + (times > 1 ? " ×\(times)" : "")
    }
    return isListed ? "\(client): \(said.joined(separator: "; "))" : "\(client) (\(said.joined(separator: ", ")))"
  }
}

// MARK: - Namesakes

extension Desk {
  /// Returns the short ids of those who wait and have one name, of the names that are shown.
  func shortIDsOfNamesakes(among needs: [WordedNeed]) async throws -> [Client.ID: String] {
    let waiting = Dictionary(grouping: needs.flatMap(\.clients), by: \.name).mapValues { Set($0.map(\.client)) }
    var shortIDs: [Client.ID: String] = [:]
    for name in NeedsByClient(needs).groups.flatMap(\.names).unique where !name.foldedForSearch.isEmpty {
      guard let clients = waiting[name], clients.count > 1 else { continue }
      for found in try await matchingClients(name).map(\.client) where clients.contains(found.id) {
        shortIDs[found.id] = found.shortID
      }
    }
    return shortIDs
  }
}
