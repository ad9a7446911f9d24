extension Handout {
  private static let page = "Your page"

  /// The client's page, as a fact at the head of a plan.
  static func page(at address: String) -> Fact {
    Fact(label: page, value: address.withoutScheme, address: address)
  }

  /// The same plan with another address of the client's page.
  package func withPage(at address: String) -> Handout {
    var handout = self
    handout.blocks = blocks.map { block in
      switch block {
      case .title(let title, let subtitle, _): .title(title, subtitle: subtitle, address: address)
      case .facts(let facts): .facts(facts.map { $0.label == Self.page ? Self.page(at: address) : $0 })
      default: block
      }
    }
    return handout
  }
}

extension String {
  /// An address as a person reads it.
  fileprivate var withoutScheme: String {
    for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
    return self
  }
}
