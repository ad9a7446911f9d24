/// Something to do at home that a practice wrote down itself, beside the content. It is limited by the kinds of load that
/// it puts on the body, as the items of the content are.
package struct OwnItem: Sendable, Hashable {
  /// Ids of own items begin so; the content's never do.
  package static let prefix = "own."

  package let id: HomeCareItem.ID
  package var title: String
  package var category: String
  /// The regions it is for, and groups of them.
  package var regions: [String]
  /// The kinds of load. Plans were checked by them, so they never change.
  package let loads: [String]
  package var steps: [String]
  /// The signs to stop for, beside those that the content gives every own item.
  package var stopIf: [String]
  package var dose: [Dose.Amount: Int]
  /// The causes for which it is drafted; without any it is only added by hand.
  package var causes: [Hypothesis.ID]
  /// Whether no plan may take it in any more.
  package var isRetired: Bool

  package init(
    id: HomeCareItem.ID, title: String, category: String, regions: [String], loads: [String], steps: [String],
    stopIf: [String], dose: [Dose.Amount: Int], causes: [Hypothesis.ID], isRetired: Bool = false
  ) {
    self.id = id
    self.title = title
    self.category = category
    self.regions = regions
    self.loads = loads
    self.steps = steps
    self.stopIf = stopIf
    self.dose = dose
    self.causes = causes
    self.isRetired = isRetired
  }

  /// Its dose as that of an item of the content, without a bound of its own.
  package var prescribed: Dose {
    Dose(amounts: Dictionary(uniqueKeysWithValues: dose.map { ($0.rawValue, Double($1)) }), most: [:], note: nil)
  }
}

/// A photograph of an item, as JPEG.
package struct ItemPicture: Sendable, Hashable, Codable {
  package let jpeg: [UInt8]
  /// The text for a person who cannot see it.
  package let alternative: String

  package init(jpeg: [UInt8], alternative: String) {
    self.jpeg = jpeg
    self.alternative = alternative
  }
}

/// What the content says about items that are not its own. A pack older than own items has nothing of it.
package struct OwnItemRules: Sendable {
  /// A kind of load, with what forbids it.
  package struct Load: Sendable {
    package let id: String
    package let label: String
    package let contraindications: [HomeCareItem.Contraindication]
  }

  package let loads: [Load]
  /// The kinds of items that a practice may write itself.
  package let categories: [String]
  /// The signs to stop for, whatever the item is.
  package let stopIf: [String]
  package let evidenceNote: String
}
