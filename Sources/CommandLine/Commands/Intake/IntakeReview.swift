import ArgumentParser
import Clinical
import Records

struct IntakeReview: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Go through what waits for you, the most pressing first.",
    discussion: "Asks on a terminal. Elsewhere: plumbline intake list --to-review, intake flag and intake accept.")

  @Argument(help: "Intake or client; by default the one that presses most.")
  var intake: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard console.mayAsk else {
      throw CommandError(
        .usage, "a review asks questions, and this is no terminal.", next: "plumbline intake list --to-review")
    }
    if let intake {
      _ = try await review(try await desk.findIntake(intake, console), desk, console)
      return
    }
    let waiting = try await desk.intakes(toReviewOnly: true).sorted(by: IntakeSummary.mostPressingFirst)
    if waiting.isEmpty { console.note("Nothing to review.", sign: Inked("✓", .green)) }
    for (index, summary) in waiting.enumerated() {
      let goOn = try await review(try await desk.intake("\(summary.id)"), desk, console)
      guard goOn, index + 1 < waiting.count else { break }
      guard Prompt(console).agrees("\(waiting.count - index - 1) more. Go on?") else { break }
    }
  }

  /// - Returns: false when the person has had enough.
  private func review(_ intake: Intake, _ desk: Desk, _ console: Console) async throws -> Bool {
    let pack = try ShareDirectory.contentPack(version: intake.contentVersion)
    try console.show(.null, intake.sheet(pack, console))
    for flag in intake.flags where flag.acknowledgedAt == nil {
      guard let done = try await look(at: flag, of: intake, pack, desk, console) else { return false }
      if !done { return true }
    }
    guard intake.state == .submitted || intake.state == .flagged else { return true }
    guard Prompt(console).agrees("Accept intake \(intake.shortID) of \(intake.clientName)?") else { return true }
    try await desk.acceptIntake(intake.id)
    console.note("Accepted.", sign: Inked("✓", .green))
    try await PlanWatch(client: intake.client, desk: desk).pauseTouchedPlans(console)
    console.next("plumbline evaluation new \(intake.shortID)", "record what you find")
    return true
  }

  /// - Returns: true once it is answered for, false to skip this intake, nil to leave.
  private func look(at flag: IntakeFlag, of intake: Intake, _ pack: ContentPack, _ desk: Desk, _ console: Console)
    async throws -> Bool?
  {
    let ask = Prompt(console)
    console.note("\(flag.urgency.demand)  \(flag.title)", sign: Inked("!", flag.urgency.ink))
    console.note(pack.redFlag(flag.flag)?.therapistAction ?? "")
    while true {
      let answer = ask.line("Action (--action) [r]efer [a]dapt [p]roceed, [s]kip, [q]uit:") ?? "q"
      if answer == "q" { return nil }
      if answer == "s" { return false }
      let actions = IntakeFlagCommand.Action.allCases
      guard let action = actions.first(where: { !answer.isEmpty && $0.rawValue.hasPrefix(answer.lowercased()) }) else {
        continue
      }
      guard let note = ask.line("What you told the client, and why (--note-file):"), !note.isEmpty else { continue }
      try await desk.acknowledgeFlag(flag.flag, of: intake.id, action: action.rawValue, note: note)
      console.note("Looked at: \(action.rawValue).", sign: Inked("✓", .green))
      return true
    }
  }
}
