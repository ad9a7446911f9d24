import ArgumentParser

struct ItemGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item", abstract: "Your practice's own exercises, beside those of the content.",
    subcommands: [ItemAdd.self, ItemEdit.self, ItemList.self, ItemRetire.self])
}
