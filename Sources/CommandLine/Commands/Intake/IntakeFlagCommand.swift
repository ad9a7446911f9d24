import ArgumentParser
import Clinical
import Records

struct IntakeFlagCommand: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Say what you did about a red flag.",
    discussion: """
      Example: plumbline intake flag e81q --ack rf.dvt --action refer --note-file note.txt
      A note in a file, or from standard input with -, stays out of your shell's history.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument { case refer, adapt, proceed }

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("Which flag, such as rf.dvt.", valueName: "flag"))
  var ack: String?
  @Option(help: "What you did: refer, adapt or proceed.")
  var action: Action?
  @Option(help: ArgumentHelp("What you told the client and why; - is standard input.", valueName: "file"))
  var noteFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(ack, "--ack FLAG")
    required.require(action, "--action refer|adapt|proceed")
    required.require(noteFile, "--note-file FILE")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    guard let ack, let action, let noteFile else { return }
    let intake = try await desk.findIntake(intake, console)
    let flag = RedFlag.ID(rawValue: ack)
    let isKnown = intake.flags.contains { $0.flag == flag }
    let found = isKnown ? nil : try await raisedByFindings(flag, with: intake, desk)
    let review = Review(intake: intake, desk: desk, console: console)
    try await review.acknowledge(
      flag, action, note: try InputFile(path: noteFile).text().trimmingWhitespace, found: found)
    if let next = review.openFlags.first(where: { $0.flag != flag }) {
      console.next("plumbline intake review \(intake.shortID)", next.title)
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
