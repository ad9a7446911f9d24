extension Handout {
  /// The same plan with another address of the client's page: the code beside its title, and the one fact that leads there.
  package func withPage(at address: String) -> Handout {
    var handout = self
    handout.blocks = blocks.map { block in
      switch block {
      case .title(let title, let subtitle, _): .title(title, subtitle: subtitle, address: address)
      case .facts(let facts):
        .facts(facts.map { $0.address == nil ? $0 : Fact(label: $0.label, pageAt: address) })
      default: block
      }
    }
    return handout
  }
}

extension Handout.Fact {
  /// The client's page, as a fact at the head of a plan.
  init(label: String, pageAt address: String) {
    self.init(label: label, value: address.withoutScheme, address: address)
  }
}

extension String {
  /// An address as a person reads it.
  fileprivate var withoutScheme: String {
    for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
    return self
  }
}
