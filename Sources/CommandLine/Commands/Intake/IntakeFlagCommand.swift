import ArgumentParser
import Care
import Clinical
import Records

struct IntakeFlagCommand: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Say what you did about a red flag.",
    discussion: """
      Example: plumbline intake flag e81q --ack rf.dvt --action refer --note-file note.txt
      On a terminal it asks for what you leave out. A note in a file, or from standard input with -, stays out of your \
      shell's history.
      """)

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @Option(help: ArgumentHelp("Which flag, such as rf.dvt, or several: rf.dvt,rf.fever.", valueName: "flag"))
  var ack: String?
  @Option(help: "What you did: refer, adapt or proceed.")
  var action: FlagAction?
  @Option(help: ArgumentHelp("What you told the client and why; - is standard input.", valueName: "file"))
  var noteFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(ack, "--ack FLAG")
    guard !mayAsk else { return }
    required.require(action, "--action refer|adapt|proceed")
    required.require(noteFile, "--note-file FILE")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    guard let ack else { return }
    let intake = try await desk.findIntake(intake, console)
    let flags = RedFlag.ID.list(ack)
    let review = Review(intake: intake, desk: desk, console: console)
    let titles = try await Intakes(at: desk).raisedFlags(flags, with: intake).map(\.title)
    let (action, note) = try console.flagAnswer(
      to: titles, action, try noteFile.map { try InputFile(path: $0).text().trimmed })
    try await review.acknowledge(flags, action, note: note)
    if let next = review.openFlags.first(where: { !flags.contains($0.flag) }) {
      console.next("plumbline intake review \(intake.shortID)", next.title)
    } else if intake.state != .accepted {
      console.next("plumbline intake accept \(intake.shortID)", "take it into the record")
    }
  }
}

extension RedFlag.ID {
  /// Reads ids that are separated by commas.
  static func list(_ text: String) -> [RedFlag.ID] {
    text.split(separator: ",").map { RedFlag.ID(rawValue: String($0).trimmed) }
  }
}
