/// Everything that asks for an item: one bit for each flag and hypothesis, and four more, in the order in which they
/// take their turns.
struct OfferSources: Sendable {
  private(set) var bits: BitSet = 0

  var isEmpty: Bool { bits == 0 }

  /// The index of the bit of each source.
  struct Layout {
    let flags: Int
    let hypotheses: Int

    init(_ book: RuleBook) {
      flags = book.flags.count
      hypotheses = book.hypotheses.count
    }

    func flag(_ index: Int) -> Int { index }
    var core: Int { flags }
    func hypothesis(_ index: Int) -> Int { flags + 1 + index }
    var interest: Int { flags + 1 + hypotheses }
    var clientUses: Int { interest + 1 }
    var emergency: Int { interest + 2 }
  }

  mutating func insert(_ source: Int) { bits |= BitSet(index: source) }
  func contains(_ source: Int) -> Bool { bits.contains(index: source) }
  func hasFlag(_ layout: Layout) -> Bool { bits & (BitSet(index: layout.flags) - 1) != 0 }

  /// Returns the names of the sources, as `PlanDraft.Offer.sources` lists them.
  func names(_ book: RuleBook) -> [String] {
    let layout = Layout(book)
    let names =
      book.flagIDs.map(\.rawValue) + ["core"] + book.hypothesisIDs.map(\.rawValue)
      + ["interest", "client_uses", "redflag"]
    return (0...layout.emergency).filter(contains).map { names[$0] }
  }
}
