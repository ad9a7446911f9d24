/// What is wrong with a dose that a therapist wants to set.
package enum DoseFault: Sendable, Hashable {
  /// The item has no such amount, so that nobody knows what it would mean.
  case noSuchAmount(Dose.Amount)
  /// Below 1.
  case tooLittle(Dose.Amount, ClosedRange<Int>)
  /// Above what is safe without a reason in writing.
  case tooMuch(Dose.Amount, ClosedRange<Int>)

  /// Whether a reason in writing would answer for it.
  package var isAnsweredByReason: Bool { if case .tooMuch = self { true } else { false } }
}

extension HomeCareItem {
  /// Returns the bounds within which a therapist sets an amount: from 1 to what the content calls safe. Nil for an amount
  /// that the item does not have.
  package func bounds(of amount: Dose.Amount) -> ClosedRange<Int>? {
    guard let usual = dose.amounts[amount.rawValue] else { return nil }
    return 1...max(1, dose.most[amount] ?? Int(usual))
  }

  /// Returns what stands against a change of the dose. A reason answers for an amount above what is safe; nothing does for
  /// one below 1, or for one that the item does not have.
  package func faults(of change: DoseChange) -> [DoseFault] {
    change.amounts.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { amount, value in
      guard let bounds = bounds(of: amount) else { return .noSuchAmount(amount) }
      if value < bounds.lowerBound { return .tooLittle(amount, bounds) }
      return value > bounds.upperBound && change.reason?.isBlank != false ? .tooMuch(amount, bounds) : nil
    }
  }

  /// Whether a dose is above what is safe, so that the therapist has to say why.
  package func needsReason(for change: DoseChange) -> Bool {
    change.amounts.contains { amount, value in bounds(of: amount).map { value > $0.upperBound } ?? false }
  }

  /// Returns the item with the dose that a therapist has set.
  package func prescribed(_ change: DoseChange?) -> HomeCareItem {
    var item = self
    for (amount, value) in change?.amounts ?? [:] { item.dose.amounts[amount.rawValue] = Double(value) }
    item.dose.side = change?.side ?? dose.side
    return item
  }
}

extension ContentPack {
  /// Returns an item of a plan with the dose that the client is to follow; nil for an item that the pack does not have.
  package func prescribed(_ entry: PlanItem) -> HomeCareItem? { item(entry.item)?.prescribed(entry.dose) }
}
