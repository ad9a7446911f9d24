/// Everything that asks for an item: the flags, and the rest in the order in which they take their turns.
struct OfferSources: Sendable {
  enum Source: Sendable {
    case flag(Int), core, hypothesis(Int), interest, clientUses, emergency, basics
  }

  private var flags: BitSet = 0
  /// One bit each for core, interest, client uses, emergency and basics, then one for each hypothesis.
  private var others: BitSet = 0

  var isEmpty: Bool { flags == 0 && others == 0 }
  var hasFlag: Bool { flags != 0 }

  mutating func insert(_ source: Source) {
    if case .flag(let index) = source { flags |= BitSet(index: index) } else { others |= Self.bit(source) }
  }

  func contains(_ source: Source) -> Bool {
    if case .flag(let index) = source { flags.contains(index: index) } else { others & Self.bit(source) != 0 }
  }

  private static func bit(_ source: Source) -> BitSet {
    switch source {
    case .flag: 0
    case .core: BitSet(index: 0)
    case .interest: BitSet(index: 1)
    case .clientUses: BitSet(index: 2)
    case .emergency: BitSet(index: 3)
    case .basics: BitSet(index: 4)
    case .hypothesis(let index): BitSet(index: RuleBook.sourcesBesideHypotheses + index)
    }
  }

  /// Returns the names of the sources, as `PlanDraft.Offer.sources` lists them.
  func names(_ book: RuleBook) -> [String] {
    var names = book.flagIDs.indices.filter { contains(.flag($0)) }.map { book.flagIDs[$0].rawValue }
    if contains(.core) { names.append("core") }
    names += book.hypothesisIDs.indices.filter { contains(.hypothesis($0)) }.map { book.hypothesisIDs[$0].rawValue }
    if contains(.basics) { names.append("basics") }
    if contains(.interest) { names.append("interest") }
    if contains(.clientUses) { names.append("client_uses") }
    if contains(.emergency) { names.append("redflag") }
    return names
  }
}
