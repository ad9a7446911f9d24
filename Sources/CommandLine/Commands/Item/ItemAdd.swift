import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ItemAdd: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an exercise of your own.",
    discussion: """
      The kinds of load decide for whom it is contraindicated, by the rules of the content; they cannot be changed \
      afterwards. A load that is not known is refused with the list of those that are; --load none is for what puts no \
      load on the body. With a cause it comes first in the drafts for it. It needs its times a day, its days a week, \
      and repeats or minutes. With --from-json items are added as item list --json prints them, all or none; options \
      beside it replace what the file says:
      plumbline item list --json | plumbline item add --from-json - --service tom
      """)

  @Argument(help: "Its title, as the client reads it.")
  var title: String?
  @Option(help: ArgumentHelp("Items that were printed; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Option(help: ArgumentHelp("A kind of load, such as prone, twist or none. May be repeated.", valueName: "load"))
  var load: [String] = []
  @Option(help: ArgumentHelp("Its id after own., if not made from the title.", valueName: "id"))
  var id: String?
  @OptionGroup var details: ItemOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if fromJson != nil, title != nil || id != nil || !load.isEmpty {
      throw ValidationError("--from-json has the title, the id and the loads.")
    }
  }

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    guard fromJson == nil else { return }
    required.require(title, "<title>")
    required.require(load.first, "--load LOAD")
    required.require(details.kind, "--kind KIND")
    required.require(details.stepsFile, "--steps-file FILE")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    if let fromJson { return try await add(try InputFile(path: fromJson).ownItems(), at: desk, console) }
    let title = title ?? ""
    let item = OwnItem(
      id: id.map { .init(rawValue: OwnItem.prefix + $0) } ?? OwnItem.id(from: title), title: title, category: "",
      regions: [], loads: load == ["none"] ? [] : load, steps: [], stopIf: [], dose: [:], causes: [])
    let added = try await OwnItems(at: desk).add([complete(item)], dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("add “\(title)” as \(item.id)") }
    try console.say(added[0].json, "“\(title)” added as \(item.id).")
    console.next("plumbline plan add PLAN \(item.id)", "puts it into a draft")
  }

  private func add(_ printed: [PrintedItem], at desk: Desk, _ console: Console) async throws {
    let wanted = printed.filter { !$0.item.isRetired }
    let added = try await OwnItems(at: desk).add(try wanted.map { try complete($0.item) }, dryRun: console.dryRun)
    for item in printed.map(\.item) where item.isRetired { console.warn("\(item.id) is retired, and left out.") }
    for item in wanted where item.hasPicture && details.picture == nil {
      console.warn("\(item.item.id) had a picture, which is not in the file.")
    }
    let count = added.count.counted("item")
    guard !console.dryRun else { return try console.wouldDo("add \(count)") }
    try console.say(.array(added.map(\.json)), "\(count) added.")
  }

  private func complete(_ item: OwnItem) throws -> (item: OwnItem, picture: ItemPicture?) {
    var item = item
    try details.apply(to: &item)
    return (item, try details.newPicture(of: item.title))
  }
}
