import ArgumentParser
import Care
import Clinical
import Records

struct ItemEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an exercise of your own.",
    discussion: """
      What you give replaces what it has; the rest stays, and so do its kinds of load. Plans that were issued stay as \
      they are.
      """)

  @Argument(help: .ownItem)
  var item: String
  @Option(help: "Another title.")
  var title: String?
  @OptionGroup var details: ItemOptions
  @Flag(help: "Take its picture away.")
  var noPicture = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let items = OwnItems(at: desk)
    let kept = try await items.item(item)
    var changed = kept.item
    if let title { changed.title = title }
    try details.apply(to: &changed)
    let picture = try await picture(of: kept, changed.title, at: desk)
    let edited = try await items.edit(kept, to: changed, picture: picture, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("change \(changed.id)") }
    try console.say(edited.json, "\(changed.id) changed.")
  }

  private func picture(of kept: PracticeItem, _ title: String, at desk: Desk) async throws -> ItemPicture? {
    if noPicture { return nil }
    if let new = try details.newPicture(of: title) { return new }
    let old = try await desk.picture(of: kept.item.id)
    return old.map { ItemPicture(jpeg: $0.jpeg, alternative: details.pictureText ?? $0.alternative) }
  }
}
