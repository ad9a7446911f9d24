import ArgumentParser
import Care
import Clinical
import Records

struct ItemAdd: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an exercise of your own.",
    discussion: """
      The kinds of load decide for whom it is contraindicated, by the rules of the content; they cannot be changed \
      afterwards. A load that is not known is refused with the list of those that are; --load none is for what puts no \
      load on the body. With a cause it comes first in the drafts for it. It needs its times a day, its days a week, \
      and repeats or minutes.
      """)

  @Argument(help: "Its title, as the client reads it.")
  var title: String
  @Option(help: ArgumentHelp("A kind of load, such as prone, twist or none. May be repeated.", valueName: "load"))
  var load: [String] = []
  @Option(help: ArgumentHelp("Its id after own., if not made from the title.", valueName: "id"))
  var id: String?
  @OptionGroup var details: ItemOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(load.first, "--load LOAD")
    required.require(details.kind, "--kind KIND")
    required.require(details.stepsFile, "--steps-file FILE")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    var item = OwnItem(
      id: id.map { .init(rawValue: OwnItem.prefix + $0) } ?? OwnItem.id(from: title), title: title, category: "",
      regions: [], loads: load == ["none"] ? [] : load, steps: [], stopIf: [], dose: [:], causes: [])
    try details.apply(to: &item)
    let added = try await OwnItems(at: desk).add(
      item, picture: try details.newPicture(of: title), dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("add “\(title)” as \(item.id)") }
    try console.say(added.json, "“\(title)” added as \(item.id).")
    console.next("plumbline plan add PLAN \(item.id)", "puts it into a draft")
  }
}
