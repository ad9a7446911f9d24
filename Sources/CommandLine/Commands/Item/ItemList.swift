import ArgumentParser
import Care
import Clinical
import Handout
import JSON
import Records

struct ItemList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your practice's own exercises, those that are retired too.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.items(), PracticeItem.columns,
      nothing: "None yet. Add one: plumbline item add TITLE --kind stretch --load none --steps-file F")
  }
}

extension PracticeItem {
  var json: JSON { JSON(self, Self.columns) }

  fileprivate static var columns: [Column<PracticeItem>] {
    [
      Column("id", "ID", value: { .string($0.item.id.rawValue) }, shown: { StyledText($0.item.id.rawValue, .cyan) }),
      Column("title", "Item", value: { .string($0.item.title) }),
      Column("kind", "Kind", rank: 1, value: { .string($0.item.category) }),
      Column("loads", "Loads", rank: 2, value: { JSON($0.item.loads) }),
      Column(
        "dose", "Dose", rank: 4, value: { DoseChange(amounts: $0.item.dose).json["amounts"] ?? .null },
        shown: { StyledText(DoseWording($0.item.prescribed).sentence) }),
      Column("causes", "For", rank: 5, value: { JSON($0.item.causes.map(\.rawValue)) }),
      Column("regions", value: { JSON($0.item.regions) }),
      Column("steps", value: { JSON($0.item.steps) }),
      Column("stop_if", value: { JSON($0.item.stopIf) }),
      Column("picture", value: { JSON($0.pictureWords) }),
      Column(
        "retired", "Retired", rank: 3, value: { .bool($0.item.isRetired) },
        shown: { StyledText($0.item.isRetired ? "yes" : "") }),
      Column("added_by", "By", rank: 6, value: { .string($0.addedBy) }),
      Column("added_at", value: { JSON($0.addedAt) }),
    ]
  }
}
