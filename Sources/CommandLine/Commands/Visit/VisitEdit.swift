import ArgumentParser
import Care
import Clinical
import Records

struct VisitEdit: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a visit until it is signed.",
    discussion: "On a terminal your editor opens with it as it is; with --date or --minutes only that is changed.")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @OptionGroup var change: VisitOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk, !change.isGiven { required.require(change.fromJson, "--from-json FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console, preferring: [.draft])
    let draft = try change.filled(
      visit.draft, inEditor: !change.isGiven, title: "Visit \(visit.shortID) of \(visit.clientName)", console)
    let edited = try await Visits(at: desk).edit(visit, to: draft, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("change visit \(visit.shortID)") }
    try console.say(edited.json, "Visit \(edited.shortID) changed.")
    console.next("plumbline visit sign \(edited.shortID)", "once it is right")
  }
}
