import Clinical
import Installation
import Records

/// A practice's own home-care items: checked by today's content, kept by the practice.
package struct OwnItems: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }
}

/// The reason why an own item is not kept.
package enum OwnItemRefusal: Sendable {
  /// What is wrong with it, in words.
  case unfit([String])
  /// - Parameter known: the ids of the items that the practice has.
  case unknown(String, known: [HomeCareItem.ID])
}

extension OwnItems {
  /// Returns an item by its id, with or without its prefix, or by its title regardless of case and accents.
  package func item(_ reference: String) async throws -> PracticeItem {
    let items = try await desk.items()
    let names = [reference, OwnItem.prefix + reference]
    let found =
      items.first { names.contains($0.item.id.rawValue) }
      ?? items.first { $0.item.title.hasSameWords(as: reference) }
    guard let found else { throw CareRefusal.ownItem(.unknown(reference, known: items.map(\.item.id))) }
    return found
  }

  /// Adds items, all of them or none.
  ///
  /// - Throws: `OwnItemRefusal.unfit` for what today's content cannot check or a client cannot follow.
  package func add(_ items: [(item: OwnItem, picture: ItemPicture?)], dryRun: Bool) async throws -> [PracticeItem] {
    for (item, picture) in items { try check(item, picture) }
    return try await desk.transaction(dryRun: dryRun) {
      var added: [PracticeItem] = []
      for (item, picture) in items { added.append(try await desk.addItem(item, picture: picture)) }
      return added
    }
  }

  /// Changes an item, whose kinds of load stay as they are.
  ///
  /// - Parameter kept: the item as it was read.
  package func edit(
    _ kept: PracticeItem, to item: OwnItem, picture: ItemPicture?, dryRun: Bool
  ) async throws -> PracticeItem {
    try check(item, picture)
    return try await desk.perform(dryRun: dryRun) {
      try await desk.editItem(item, picture: picture, version: kept.version)
    }
  }

  package func retire(_ item: PracticeItem, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) { try await desk.retireItem(item) }
  }

  private func check(_ item: OwnItem, _ picture: ItemPicture?) throws {
    let faults =
      try ShareDirectory.contentPack().faults(of: item)
      + (picture?.alternative.isBlank == true ? ["the words that stand for the picture"] : [])
    guard faults.isEmpty else { throw CareRefusal.ownItem(.unfit(faults)) }
  }
}

extension OwnItem {
  /// Returns an id made from a title: `own.towel_pull` from “Towel pull”. Of a title without Latin letters it is the prefix
  /// alone, which is no id.
  package static func id(from title: String) -> HomeCareItem.ID {
    let words = title.foldedForSearch.split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    return .init(rawValue: prefix + words.joined(separator: "_").prefix(40))
  }
}

extension Desk {
  /// Returns the pictures of the practice's own items among these.
  func pictures(of items: [PlanItem]) async throws -> [HomeCareItem.ID: ItemPicture] {
    var pictures: [HomeCareItem.ID: ItemPicture] = [:]
    for item in items.map(\.item) where item.rawValue.hasPrefix(OwnItem.prefix) {
      pictures[item] = try await picture(of: item)
    }
    return pictures
  }
}
