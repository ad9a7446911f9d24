import Clinical
import Foundation
import PostgreSQL

/// A practice's own home-care item. It holds nothing about a client.
package struct PracticeItem: Sendable {
  package let item: OwnItem
  /// The words that stand for its picture; nil without a picture.
  package let pictureWords: String?
  package let version: Int
  /// The display name of who added it.
  package let addedBy: String
  package let addedAt: Date
}

extension OwnItem {
  /// What the database keeps of an item beside its id.
  struct Body: Codable {
    let title: String
    let category: String
    let regions, loads, steps: [String]
    let stopIf: [String]
    let dose: [Dose.Amount: Int]
    let causes: [Hypothesis.ID]

    private enum CodingKeys: String, CodingKey {
      case title, category, regions, loads, steps, dose, causes
      case stopIf = "stop_if"
    }
  }

  var body: Body {
    Body(
      title: title, category: category, regions: regions, loads: loads, steps: steps, stopIf: stopIf, dose: dose,
      causes: causes)
  }

  fileprivate init(id: HomeCareItem.ID, _ body: Body, isRetired: Bool) {
    self.init(
      id: id, title: body.title, category: body.category, regions: body.regions, loads: body.loads, steps: body.steps,
      stopIf: body.stopIf, dose: body.dose, causes: body.causes, isRetired: isRetired)
  }
}

extension PracticeItem {
  init(_ row: Row) throws {
    item = OwnItem(
      id: .init(rawValue: try row.string("id")), try row.json("item"), isRetired: try row.instant("retired_at") != nil)
    pictureWords = try row.text("picture_words")
    version = try row.integer("version")
    addedBy = try row.string("added_by")
    addedAt = try row.requiredInstant("added_at")
  }
}
