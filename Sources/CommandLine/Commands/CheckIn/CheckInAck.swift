import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct CheckInAck: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Say that you have dealt with a check-in.",
    discussion: """
      If it raised red flags, say what you did: one action and one note answer all of them. A plan that they paused stays \
      paused until you resume or revise it. On a terminal it asks for them. If it raised none, a note is kept with it.
      """)

  @Argument(help: .checkIn, completion: .clients)
  var checkin: String
  @Option(help: "What you did: refer, adapt or proceed.")
  var action: FlagAction?
  @Option(help: ArgumentHelp("What you told the client and why; - is standard input.", valueName: "file"))
  var noteFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let checkIn = try await desk.findCheckIn(checkin, console)
    let (action, note) = try answer(to: checkIn, console)
    try await CheckIns(at: desk).acknowledge(checkIn, action, note: note, dryRun: console.dryRun)
    let name = "check-in \(checkIn.shortID) of \(checkIn.clientName)"
    guard !console.dryRun else { return try console.wouldDo("acknowledge \(name)") }
    try console.say(
      ["id": .string("\(checkIn.id)"), "acknowledged": .integer(checkIn.openFlags.count)],
      "Acknowledged: \(name).")
    if checkIn.planState == .paused {
      console.next("plumbline plan revise \(checkIn.planShortID)", "its plan is paused")
    } else if !checkIn.pausedItems.isEmpty {
      console.next("plumbline plan revise \(checkIn.planShortID)", "items of its plan are paused")
    }
  }

  /// What was done and told; a person is asked for it where red flags want an answer.
  private func answer(to checkIn: CheckIn, _ console: Console) throws -> (FlagAction?, String?) {
    let note = try noteFile.map { try InputFile(path: $0).text().trimmed }
    let open = checkIn.openFlags.mostUrgentFirst
    guard !open.isEmpty, console.mayAsk else { return (action, note) }
    return try console.flagAnswer(to: open.map { "\($0.urgency.demand)  \($0.title)" }, action, note)
  }
}
