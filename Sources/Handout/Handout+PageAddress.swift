extension Handout {
  /// Returns the plan with another address of the client's page: in the QR code and in the only fact that has a link.
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
  /// Makes the fact at the head of a plan that links to the client's page.
  init(label: String, pageAt address: String) {
    self.init(label: label, value: address.withoutScheme, address: address)
  }
}

extension String {
  /// The address as people read it.
  fileprivate var withoutScheme: String {
    for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
    return self
  }
}
