import ArgumentParser
import Clinical
import Installation
import Records

extension CompletionKind {
  /// The short ids of the clients that this practitioner may see; none when the database cannot be reached.
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

  /// The ids of all home-care items.
  static let items = CompletionKind.custom { _, _, prefix in
    let items = (try? ShareDirectory.contentPack().items) ?? []
    return items.map(\.id.rawValue).filter { $0.hasPrefix(prefix) }
  }
}
