/// The items that the engine offers for a plan.
package struct PlanDraft: Sendable {
  package enum Mode: String, Sendable, Codable { case normal, hold, emergency }

  package let mode: Mode
  package let massage: MassageAdvice

  let verdicts: [Verdict]
  let alerts: [Verdict]
  // The indices of the pre-selected items: advice, what to do in each phase, and what is part of every plan.
  let advice: [Int]
  let phases: [[Int]]
  let core: [Int]
  /// The side that the findings give an item, by its index.
  let sides: [Int: Dose.Side]
  let book: RuleBook

  /// The result of checking one item, as indices and bits.
  struct Verdict: Sendable {
    let item: Int
    let effect: HomeCareItem.Effect?
    /// The item's contraindications that apply.
    let rows: BitSet
    /// The red flags that block the item.
    let flags: BitSet
    /// Whether the client may go on to what the item leads to.
    let mayGoOn: Bool
    var origin: OfferSources
  }

  /// The offered items, in the order in which they were first asked for.
  package var offers: [Offer] { verdicts.map { Offer(verdict: $0, book: book) } }

  /// The items that the client already uses although their effect is `block` or `ask_first`.
  package var usesAlerts: [Offer] { alerts.map { Offer(verdict: $0, book: book) } }

  /// The first phase and what stands beside it, in the order in which a client should read them.
  package var draft: [HomeCareItem.ID] { (advice + (phases.first ?? []) + core).map { book.itemIDs[$0] } }

  /// The things to do in each phase. A client starts with the first; the others wait.
  package var phasedItems: [[HomeCareItem.ID]] { phases.map { $0.map { book.itemIDs[$0] } } }

  /// The plan that is proposed: the draft, then what waits.
  package var items: [PlanItem] {
    let phased =
      draft.map { ($0, 1) }
      + phasedItems.enumerated().dropFirst().flatMap { index, items in
        items.map { ($0, index + 1) }
      }
    let offers = Dictionary(uniqueKeysWithValues: offers.map { ($0.item, $0) })
    return phased.compactMap { item, phase in
      guard let offer = offers[item] else { return nil }
      var entry = PlanItem(offer, phase: phase)
      entry.dose = sides[offer.verdict.item].map { DoseChange(side: $0) }
      return entry
    }
  }
}

extension PlanDraft {
  /// An item with everything that asks for it and everything that limits it.
  package struct Offer: Sendable {
    let verdict: Verdict
    let book: RuleBook

    package var item: HomeCareItem.ID { book.itemIDs[verdict.item] }
    package var effect: HomeCareItem.Effect? { verdict.effect }

    /// The ids of the contraindications and flags that limit it, strongest first.
    package var reasons: [String] {
      var reasons: [(effect: HomeCareItem.Effect, id: String)] = []
      let rows = book.rows[book.items[verdict.item].rows]
      for (row, limit) in rows.enumerated() where verdict.rows.contains(index: row) {
        reasons.append((limit.effect, book.rowIDs[verdict.item][row].rawValue))
      }
      for (flag, id) in book.flagIDs.enumerated() where verdict.flags.contains(index: flag) {
        reasons.append((.block, id.rawValue))
      }
      return reasons.sorted { $0.effect == $1.effect ? $0.id < $1.id : $0.effect > $1.effect }.map(\.id)
    }

    /// Whether the client may be told how to go on.
    package var mayGoOn: Bool { verdict.mayGoOn }

    /// The ids of the flags and hypotheses that ask for it, or `core`, `basics`, `interest`, `client_uses`, `redflag`.
    package var sources: [String] { verdict.origin.names(book) }
  }
}

extension PlanItem {
  package init(_ offer: PlanDraft.Offer, phase: Int = 1, override: ItemOverride? = nil) {
    self.init(
      item: offer.item, phase: phase, sources: offer.sources, effect: offer.effect, reasons: offer.reasons,
      override: override)
  }
}
