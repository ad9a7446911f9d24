import ArgumentParser
import Care
import Clinical
import Installation
import Records

/// What a shell offers: short ids, and the words of the names of clients; none when the database cannot be reached.
extension CompletionKind {
  static let clients = CompletionKind.custom { _, _, prefix in
    guard let desk = try? await Desk.connect(service: Login.standing) else { return [] }
    let ids = ((try? await desk.clients()) ?? []).map(\.shortID)
    return await desk.offered(ids, prefix)
  }

  static let intakes = CompletionKind.custom { _, _, prefix in
    guard let desk = try? await Desk.connect(service: Login.standing) else { return [] }
    return await desk.offered(((try? await desk.intakes()) ?? []).map(\.shortID), prefix)
  }

  static let plans = CompletionKind.custom { _, _, prefix in
    guard let desk = try? await Desk.connect(service: Login.standing) else { return [] }
    return await desk.offered(((try? await desk.planIndex()) ?? []).map(\.shortID), prefix)
  }

  /// The ids of all home-care items, those of the practice itself among them.
  static let items = CompletionKind.custom { _, _, prefix in
    guard let library = try? ShareDirectory.contentPack() else { return [] }
    let desk = try? await Desk.connect(service: Login.standing)
    let own = (try? await desk?.items()) ?? []
    return library.adding(own.map(\.item)).items.map(\.id.rawValue).filter { $0.hasPrefix(prefix) }
  }
}

extension Desk {
  /// Returns the ids and the words of clients' names that begin as it was typed, which is all that a shell takes.
  fileprivate func offered(_ ids: [String], _ typed: String) async -> [String] {
    // A shell takes words of letters alone: O'B is begun by the name without its apostrophe.
    let begun = typed.joinedForSearch.foldedForSearch
    let named = try? await begun.isEmpty ? clients() : ClientLookup(at: self).containing(typed)
    let words = (named ?? []).flatMap { client in
      [client.fullName, client.fullName.joinedForSearch].flatMap { $0.foldedForSearch.split(separator: " ") }
    }
    .filter { $0.hasPrefix(begun) }
    return ids.filter { $0.hasPrefix(typed) } + words.map { typed + $0.dropFirst(begun.count) }.unique.sorted()
  }
}
