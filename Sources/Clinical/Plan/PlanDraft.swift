/// What the engine offers for a plan.
package struct PlanDraft: Sendable {
  package enum Mode: String, Sendable, Codable { case normal, hold, emergency }

  package let mode: Mode
  package let massage: MassageAdvice

  let verdicts: [Verdict]
  let alerts: [Verdict]
  let ticked: [Int]
  let book: RuleBook

  /// What was considered about one item, as places and bits.
  struct Verdict: Sendable {
    let place: Int
    let effect: HomeCareItem.Effect?
    /// Rows of the item's contraindications that hold.
    let rows: BitSet
    /// Red flags that block it.
    let flags: BitSet
    var origin: OfferSources
  }

  /// In the order in which they were first asked for.
  package var offers: [Offer] { verdicts.map { Offer(verdict: $0, book: book) } }

  /// Items the client already uses that come out `block` or `ask_first`.
  package var usesAlerts: [Offer] { alerts.map { Offer(verdict: $0, book: book) } }

  /// Pre-ticked items, in the order a client should meet them.
  package var draft: [HomeCareItem.ID] { ticked.map { book.itemIDs[$0] } }
}

extension PlanDraft {
  /// An item offered, with everything that was considered about it.
  package struct Offer: Sendable {
    let verdict: Verdict
    let book: RuleBook

    package var item: HomeCareItem.ID { book.itemIDs[verdict.place] }
    package var effect: HomeCareItem.Effect? { verdict.effect }

    /// Why it is limited: ids of contraindications and of flags, strongest first.
    package var reasons: [String] {
      var reasons: [(effect: HomeCareItem.Effect, id: String)] = []
      let rows = book.rows[book.items[verdict.place].rows]
      for (row, limit) in rows.enumerated() where verdict.rows.contains(place: row) {
        reasons.append((limit.effect, book.rowIDs[verdict.place][row].rawValue))
      }
      for (flag, id) in book.flagIDs.enumerated() where verdict.flags.contains(place: flag) {
        reasons.append((.block, id.rawValue))
      }
      return reasons.sorted { $0.effect == $1.effect ? $0.id < $1.id : $0.effect > $1.effect }.map(\.id)
    }

    /// Why it is offered: ids of flags and hypotheses, or `core`, `interest`, `client_uses`, `redflag`.
    package var sources: [String] { verdict.origin.names(book) }
  }
}

/// Who asked for an item: one bit for each flag and hypothesis, and a few more, in the order in which they are heard.
struct OfferSources: Sendable {
  static let others = 4

  private(set) var bits: BitSet = 0

  var isEmpty: Bool { bits == 0 }

  /// Places of the bits.
  struct Layout {
    let flags: Int
    let hypotheses: Int

    init(_ book: RuleBook) {
      flags = book.flags.count
      hypotheses = book.hypotheses.count
    }

    func flag(_ place: Int) -> Int { place }
    var core: Int { flags }
    func hypothesis(_ place: Int) -> Int { flags + 1 + place }
    var interest: Int { flags + 1 + hypotheses }
    var clientUses: Int { interest + 1 }
    var emergency: Int { interest + 2 }
  }

  mutating func insert(_ place: Int) { bits |= 1 << BitSet(place) }
  func contains(_ place: Int) -> Bool { bits.contains(place: place) }
  func hasFlag(_ layout: Layout) -> Bool { bits & ((1 << BitSet(layout.flags)) - 1) != 0 }

  func names(_ book: RuleBook) -> [String] {
    let layout = Layout(book)
    let names =
      book.flagIDs.map(\.rawValue) + ["core"] + book.hypothesisIDs.map(\.rawValue)
      + ["interest", "client_uses", "redflag"]
    return (0...layout.emergency).filter(contains).map { names[$0] }
  }
}
