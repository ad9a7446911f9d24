import Clinical
import PostgreSQL

extension Desk {
  /// Returns the practice's own items, those that are retired too.
  package func items() async throws -> [PracticeItem] {
    try await call("desk.item_list").decoded(as: PracticeItem.init)
  }

  /// Returns the picture of an own item; nil if it has none.
  package func picture(of item: HomeCareItem.ID) async throws -> ItemPicture? {
    try await call("desk.item_picture", .text(item.rawValue))
      .decoded { ItemPicture(jpeg: try $0.data("picture"), alternative: try $0.string("words")) }.first
  }

  package func addItem(_ item: OwnItem, picture: ItemPicture?) async throws -> PracticeItem {
    try await call(
      "desk.item_add", .text(item.id.rawValue), .json(item.body), picture.map { .bytes($0.jpeg) },
      picture.map { .text($0.alternative) }
    ).only(as: PracticeItem.init)
  }

  /// Changes an item. Its kinds of load stay as they are.
  ///
  /// - Parameters:
  ///   - picture: the picture from now on; nil takes it away.
  ///   - version: of the item as it was read; `Refusal.stale` if somebody changed it since.
  package func editItem(_ item: OwnItem, picture: ItemPicture?, version: Int) async throws -> PracticeItem {
    try await call(
      "desk.item_edit", .text(item.id.rawValue), .json(item.body), picture.map { .bytes($0.jpeg) },
      picture.map { .text($0.alternative) }, .int(version)
    ).only(as: PracticeItem.init)
  }

  /// Takes an item out of use, for ever.
  package func retireItem(_ item: PracticeItem) async throws {
    _ = try await call("desk.item_retire", .text(item.item.id.rawValue), .int(item.version))
  }
}
