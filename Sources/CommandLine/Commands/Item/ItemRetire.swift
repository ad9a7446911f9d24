import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ItemRetire: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Take an exercise of your own out of use.",
    discussion: """
      No plan takes it in any more, and its id is not used again. Plans that were issued stay as they are; plan revise \
      leaves it out.
      """)

  @Argument(help: .ownItem)
  var item: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let items = OwnItems(at: desk)
    let kept = try await items.item(item)
    let id = kept.item.id
    try console.confirm("Retire “\(kept.item.title)”? It cannot be taken into use again.")
    try await items.retire(kept, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("retire \(id)") }
    try console.say(["id": .string(id.rawValue), "retired": true], "\(id) is retired.")
  }
}

extension ArgumentHelp {
  static let ownItem: ArgumentHelp = "Its id, such as own.towel_pull, or its title."
}
