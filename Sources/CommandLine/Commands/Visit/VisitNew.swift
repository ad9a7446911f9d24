import ArgumentParser
import Care
import Clinical
import Records

struct VisitNew: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a visit down.",
    discussion: """
      On a terminal your editor opens with one screen: what the newest form says is filled in, and what you wrote last \
      time stands beside each part. It is a draft until you sign it. From a program:
      {"held_on": "2026-11-29", "minutes": 60, "said": "...", "found": "...", "done": "...", "response": "...", \
      "next": "..."}
      Example: plumbline visit new k7f3 --from-json deploy/demo/visit.json
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup var visit: VisitOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk { required.require(visit.fromJson, "--from-json FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let visits = Visits(at: desk)
    let opening = try await visits.opening(for: client)
    let isWhole = visit.fromJson != nil
    // From a program comes the whole visit: what the editor fills in is for a person to look at.
    let draft = try visit.filled(
      isWhole ? VisitDraft(heldOn: opening.draft.heldOn) : opening.draft, inEditor: !isWhole, last: opening.last,
      title: "Visit of \(client.label)", console)
    let record = try await visits.record(draft, of: client, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("write down a visit of \(client.label)") }
    try console.say(
      record.json, "Visit \(record.shortID) of \(client.fullName) on \(Moment.day(record.heldOn)): a draft.")
    console.next("plumbline visit sign \(record.shortID)", "once it is right: it cannot be edited after that")
  }
}
