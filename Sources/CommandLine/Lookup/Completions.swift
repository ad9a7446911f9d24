import ArgumentParser
import Care
import Clinical
import Installation
import Records

extension CompletionKind {
  /// The short ids and the words of the names of the clients that this practitioner may see; none when the database cannot
  /// be reached.
  static let clients = CompletionKind.custom { _, _, prefix in
    guard let desk = try? await Desk.connect(service: Login.standing) else { return [] }
    let ids = ((try? await desk.clients()) ?? []).map(\.shortID).filter { $0.hasPrefix(prefix) }
    let begun = prefix.foldedForSearch
    guard !begun.isEmpty, let named = try? await ClientLookup(at: desk).containing(prefix) else { return ids }
    let words = named.flatMap { $0.fullName.foldedForSearch.split(separator: " ") }.filter { $0.hasPrefix(begun) }
    // A shell takes only what begins as it was typed.
    return ids + words.map { prefix + $0.dropFirst(begun.count) }.unique.sorted()
  }

  static let intakes = CompletionKind.custom { _, _, prefix in
    guard let intakes = try? await Desk.connect(service: Login.standing).intakes() else { return [] }
    return intakes.map(\.shortID).filter { $0.hasPrefix(prefix) }
  }

  static let plans = CompletionKind.custom { _, _, prefix in
    guard let plans = try? await Desk.connect(service: Login.standing).planIndex() else { return [] }
    return plans.map(\.shortID).filter { $0.hasPrefix(prefix) }
  }

  /// The ids of all home-care items.
  static let items = CompletionKind.custom { _, _, prefix in
    let items = (try? ShareDirectory.contentPack().items) ?? []
    return items.map(\.id.rawValue).filter { $0.hasPrefix(prefix) }
  }
}
