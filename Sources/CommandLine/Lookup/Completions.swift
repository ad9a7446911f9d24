import ArgumentParser
import Clinical
import Installation
import Records

extension CompletionKind {
  /// Short ids of the clients whom this practitioner may see; nothing when the database is away.
  static let clients = CompletionKind.custom { _, _, prefix in
    guard let clients = try? await Desk.connect(service: nil).clients() else { return [] }
    return clients.map(\.shortID).filter { $0.hasPrefix(prefix) }
  }

  static let intakes = CompletionKind.custom { _, _, prefix in
    guard let intakes = try? await Desk.connect(service: nil).intakes() else { return [] }
    return intakes.map(\.shortID).filter { $0.hasPrefix(prefix) }
  }

  static let plans = CompletionKind.custom { _, _, prefix in
    guard let plans = try? await Desk.connect(service: nil).planIndex() else { return [] }
    return plans.map(\.shortID).filter { $0.hasPrefix(prefix) }
  }

  /// Ids of the home-care library.
  static let items = CompletionKind.custom { _, _, prefix in
    let items = (try? ShareDirectory.contentPack().items) ?? []
    return items.map(\.id.rawValue).filter { $0.hasPrefix(prefix) }
  }
}
