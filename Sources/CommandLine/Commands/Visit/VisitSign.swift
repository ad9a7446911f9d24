import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct VisitSign: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a visit; after that it can only be amended.",
    discussion: "A signed visit says how many minutes it took, and what was done and where.")

  @Argument(help: .visit, completion: .clients)
  var visit: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let visit = try await desk.findVisit(visit, console, preferring: [.draft])
    try await Visits(at: desk).sign(visit, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("sign visit \(visit.shortID) of \(visit.clientName)") }
    try console.say(
      ["id": .string("\(visit.id)"), "short_id": .string(visit.shortID), "state": "signed"],
      "Visit \(visit.shortID) of \(visit.clientName) on \(Moment.day(visit.heldOn)) signed.")
    console.next("plumbline visit print \(visit.shortID) -o visit.pdf", "on paper")
  }
}
