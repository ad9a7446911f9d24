import ArgumentParser
import Care
import Clinical
import Handout
import Installation
import JSON

struct ContentItems: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "List the home-care items with their ids.",
    discussion: """
      With words, those that have words beginning so in their id, title, category or purpose, which is the possible \
      causes they are offered for.
      Example: plumbline content items chin
      """)

  @Argument(help: "Words to look for.")
  var words: [String] = []
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let pack = try ShareDirectory.contentPack()
    let wanted = words.joined(separator: " ")
    let items = pack.items.filter { item in
      ([item.id.rawValue, item.title, item.category] + pack.purposes(of: item.id)).joined(separator: " ")
        .hasWords(begunBy: wanted)
    }
    try global.console(listing: listing).list(
      items, HomeCareItem.columns(pack), nothing: "No item has that. All of them: plumbline content items")
  }
}

extension HomeCareItem {
  fileprivate static func columns(_ pack: ContentPack) -> [Column<HomeCareItem>] {
    [
      Column("id", "ID", value: { .string($0.id.rawValue) }, shown: { StyledText($0.id.rawValue, .cyan) }),
      Column("title", "Item", value: { .string($0.title) }),
      Column("category", "Category", rank: 1, value: { .string($0.category) }),
      Column("dose", "Dose", rank: 2, value: { .string(DoseWording($0.dose).sentence) }),
      Column("purpose", value: { JSON(pack.purposes(of: $0.id)) }),
    ]
  }
}

extension ContentPack {
  /// Returns the possible causes for which an item is suggested.
  fileprivate func purposes(of item: HomeCareItem.ID) -> [String] {
    hypotheses.filter { $0.suggests.contains { $0.item == item } }.map(\.title)
  }
}
