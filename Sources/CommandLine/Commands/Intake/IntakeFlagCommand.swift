import ArgumentParser
import Clinical
import Records

struct IntakeFlagCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Say what you did about a red flag.",
    discussion: """
      Example: plumbline intake flag 7h2d --ack rf.leg_clot --action refer --note-file note.txt
      A note in a file, or from standard input with -, stays out of your shell's history.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument { case refer, adapt, proceed }

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("Which flag, such as rf.leg_clot.", valueName: "flag"))
  var ack: String?
  @Option(help: "What you did: refer, adapt or proceed.")
  var action: Action?
  @Option(help: ArgumentHelp("What you told the client and why; - is standard input.", valueName: "file"))
  var noteFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    var required = RequiredOptions()
    required.require(ack, "--ack FLAG")
    required.require(action, "--action refer|adapt|proceed")
    required.require(noteFile, "--note-file FILE")
    try required.check("intake flag")
    guard let ack, let action, let noteFile else { return }
    let intake = try await desk.findIntake(intake, console)
    let flag = RedFlag.ID(rawValue: ack)
    let known = intake.flags.first { $0.flag == flag }
    let found = known == nil ? try await raisedByFindings(flag, with: intake, desk) : nil
    guard let title = known?.title ?? found?.title else {
      throw CommandError(
        .notFound, "this intake has no flag “\(ack)”.", why: intake.flags.map { "\($0.flag): \($0.title)" },
        next: ["plumbline intake show \(intake.shortID)"])
    }
    let note = try InputFile(path: noteFile).text()
    guard !note.isEmpty else {
      throw CommandError(.usage, "the note is empty.", next: "Write what you told the client, and why.")
    }
    guard !console.dryRun else { return try console.wouldDo("record \(action.rawValue) for “\(title)”") }
    if let found { try await desk.raiseFlags([found], with: intake.id) }
    try await desk.acknowledgeFlag(flag, of: intake.id, action: action.rawValue, note: note)
    let left = intake.flags.filter { $0.acknowledgedAt == nil && $0.flag != flag }
    try console.say(
      [
        "id": .string(intake.id.description), "flag": .string(ack), "action": .string(action.rawValue),
        "open_flags": .integer(left.count),
      ], "“\(title)” looked at: \(action.rawValue). \(left.isEmpty ? "None left." : "\(left.count) left.")")
    if let next = left.first {
      console.next("plumbline intake flag \(intake.shortID) --ack \(next.flag)", next.title)
    } else if intake.state != .accepted {
      console.next("plumbline intake accept \(intake.shortID)", "take it into the record")
    }
  }

  /// A red flag that signed findings raise together with this intake, which itself does not.
  private func raisedByFindings(_ flag: RedFlag.ID, with intake: Intake, _ desk: Desk) async throws -> RedFlag? {
    guard intake.state == .accepted else { return nil }
    let reasoning = try await Reasoning.current(for: try await desk.client("\(intake.client)"), at: desk)
    guard reasoning.intake.id == intake.id, reasoning.assessment.redFlags.contains(flag) else { return nil }
    return reasoning.pack.redFlag(flag)
  }
}
