import ArgumentParser
import Care
import Clinical
import Records

struct IntakeReview: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Go through the intakes that wait for you, the most pressing first.",
    discussion: """
      Red flags and what to do come first, then what changed since the last accepted intake, then where the client's \
      record says otherwise. On a terminal you are asked what to do with it; without one it is printed, and options do \
      the same.
      Example: plumbline intake review 7h2d --ack rf.dvt --action refer --note-file note.txt
      Example: plumbline intake review 7h2d --accept --take phone --keep email
      """)

  @Argument(help: "Intake or client; by default the one that presses most.", completion: .intakes)
  var intake: String?
  @Option(help: ArgumentHelp("Acknowledge this flag, such as rf.dvt, or several: rf.dvt,rf.fever.", valueName: "flag"))
  var ack: String?
  @Flag(help: "Acknowledge the flags that are as they were last time as you did then.")
  var asLastTime = false
  @Option(help: "What you did about it: refer, adapt or proceed.")
  var action: FlagAction?
  @Option(
    help: ArgumentHelp("With --ack what you told the client and why, else a note; - is input.", valueName: "file"))
  var noteFile: String?
  @Flag(help: "Take it into the record.")
  var accept = false
  @OptionGroup var claims: ClaimOptions
  @Flag(name: .customLong("return"), help: "Send it back to the client.")
  var giveBack = false
  @Option(help: ArgumentHelp("With --return: the question to answer again.", valueName: "question"))
  var question: String?
  @Option(help: ArgumentHelp("With --return: what you ask of the client; - is input.", valueName: "file"))
  var messageFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if accept && giveBack { throw ValidationError("Choose one of --accept and --return.") }
    if action != nil, ack == nil { throw ValidationError("--action goes with --ack.") }
    if question != nil || messageFile != nil, !giveBack {
      throw ValidationError("--question and --message-file go with --return.")
    }
    if claims.areGiven, !accept, decides || !goesThrough(with: global.console(writing: writing)) {
      throw ValidationError("--take, --take-all, --keep and --keep-all go with --accept.")
    }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    if decides { return try await decide(at: desk, console) }
    let waiting =
      if let intake {
        [try await desk.findIntake(intake, console).id]
      } else {
        try await Intakes(at: desk).waiting().map(\.id)
      }
    guard let first = waiting.first else {
      if console.isForPrograms { try console.emit("null\n") }
      return console.note("Nothing to review.", sign: StyledText("✓", .green))
    }
    if goesThrough(with: console) {
      return try await ReviewQueue(desk: desk, console: console, claims: claims).run(waiting)
    }
    let page = try await Intakes(at: desk).review(try await desk.intake("\(first)"))
    try console.show(page.json, page.report(console))
    console.note("To decide: plumbline intake review \(page.intake.shortID) --ack, --accept or --return")
  }

  private var decides: Bool { ack != nil || asLastTime || noteFile != nil || accept || giveBack }

  /// Whether a person is asked what to do with each intake.
  private func goesThrough(with console: Console) -> Bool {
    console.mayAsk && !console.isForPrograms && !console.dryRun
  }

  /// Does what the options say, in the order in which a person would do it.
  private func decide(at desk: Desk, _ console: Console) async throws {
    var required = RequiredOptions()
    required.require(intake, "INTAKE, so that it is the one you have read")
    if ack != nil, !console.mayAsk {
      required.require(action, "--action refer|adapt|proceed")
      required.require(noteFile, "--note-file FILE")
    }
    if giveBack, !console.mayAsk { required.require(messageFile, "--message-file FILE") }
    try required.check("intake review")
    guard let intake else { return }
    var review = Review(intake: try await desk.findIntake(intake, console), desk: desk, console: console)
    let note = try noteFile.map { try text($0, "--note-file FILE", review) }
    // Asked before the first change: who does not answer has recorded nothing.
    let answer = try await flagAnswer(note, review)
    if asLastTime {
      let known = try await Intakes(at: desk).review(review.intake).knownFlags
      if known.isEmpty { console.note("No flag is as it was last time.") } else { try await review.acknowledge(known) }
      review = try await review.goingOn(after: known.map(\.flag.flag))
    }
    if let answer {
      try await review.acknowledge(answer.flags, answer.action, note: answer.note)
      review = try await review.goingOn(after: answer.flags)
    } else if let note {
      try await review.addNote(note)
    }
    if accept { try await review.accept(claims) }
    if giveBack { try await review.giveBack(question) { try text(messageFile, "--message-file FILE", review) } }
  }

  /// What was done about the flags of `--ack`, of which the intake has each; nil without that option.
  private func flagAnswer(
    _ note: String?, _ review: Review
  ) async throws -> (flags: [RedFlag.ID], action: FlagAction, note: String)? {
    guard let ack else { return nil }
    let flags = RedFlag.ID.list(ack)
    let titles = try await Intakes(at: review.desk).raisedFlags(flags, with: review.intake).map(\.title)
    let answer = try review.console.flagAnswer(to: titles, action, note)
    return (flags, answer.action, answer.note)
  }

  private func text(_ file: String?, _ option: String, _ review: Review) throws -> String {
    try review.console.longText(
      file, option: option, command: "intake review", about: "To \(review.intake.clientName)")
  }
}
