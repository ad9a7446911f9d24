import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct VisitDiscard: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throw away a visit that was never signed.")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console, preferring: [.draft])
    let name = "visit \(visit.shortID) of \(visit.clientName) on \(Moment.day(visit.heldOn))"
    if visit.state == .draft { try console.confirm("Throw away \(name)? What it says is lost.") }
    do {
      try await Visits(at: desk).discard(visit, dryRun: console.dryRun)
    } catch Refusal.conflict(let sentence) {
      throw CommandError(.changed, "\(sentence).", next: "plumbline visit amend \(visit.shortID)    adds to it")
    }
    guard !console.dryRun else { return try console.wouldDo("throw away \(name)") }
    try console.say(["id": .string("\(visit.id)"), "discarded": true], "\(name.capitalisedFirst) thrown away.")
  }
}
