import Care
import Clinical
import JSON
import Records

/// Shows intakes to a person one after the other, and asks what to do with each.
struct ReviewQueue {
  private enum Outcome { case settled, skipped, left }

  let desk: Desk
  let console: Console
  let claims: ClaimOptions

  func run(_ intakes: [Intake.ID]) async throws {
    for (index, id) in intakes.enumerated() {
      if intakes.count > 1 { console.note("\(index + 1) of \(intakes.count)") }
      if try await go(through: try await desk.intake("\(id)")) == .left { return }
    }
    if intakes.count > 1 { console.note("That was the last one.", sign: StyledText("✓", .green)) }
  }

  private func go(through intake: Intake) async throws -> Outcome {
    let page = try await Intakes(at: desk).review(intake)
    try console.show(page.json, page.report(console))
    var intake = intake
    while intake.state.waitsForReview {
      let review = Review(intake: intake, desk: desk, console: console)
      console.notes.tell("\n".utf8)
      let known = page.knownFlags.filter { flag in review.openFlags.contains { $0.flag == flag.flag.flag } }
      for flag in known { console.note(flag.line, sign: StyledText("≈", .dim)) }
      let same = known.isEmpty ? "" : "[l]ike last time (\(known.count.counted("flag"))) "
      let open = review.openFlags
      let operation = open.first.map { "[a]cknowledge “\($0.title)”" } ?? "[a]ccept"
      let together = open.count > 1 ? " or all \(open.count) [t]ogether" : ""
      let letters = (known.isEmpty ? "" : "l") + (open.count > 1 ? "t" : "") + "avnrsq"
      let question = "\(same)\(operation)\(together) [v]iew all [n]ote [r]eturn [s]kip [q]uit:"
      switch Prompt(console).letter(question, of: letters) {
      case "l": try await review.acknowledge(known)
      case "a" where open.isEmpty: try await cancellable { try await review.accept(claims) }
      case "a": try await cancellable { try await acknowledge(open.prefix(1), in: review, page.pack) }
      case "t": try await cancellable { try await acknowledge(open[...], in: review, page.pack) }
      case "v":
        try console.show(.null, intake.report(page.pack, console, notices: page.notices, of: page.client.shortID))
      case "n": try await cancellable { try await review.addNote(try write("Note about \(intake.clientName)")) }
      case "r": try await cancellable { try await review.giveBack(nil) { try write("To \(intake.clientName)") } }
      case "s": return .skipped
      default: return .left
      }
      intake = try await desk.intake("\(intake.id)")
    }
    return .settled
  }

  /// Acknowledges flags with one action and one note.
  private func acknowledge(_ flags: ArraySlice<IntakeFlag>, in review: Review, _ pack: ContentPack) async throws {
    for flag in flags {
      console.note("\(flag.urgency.demand)  \(flag.title)", sign: StyledText("!", flag.urgency.style))
      console.note(pack.redFlag(flag.flag)?.therapistAction ?? "")
    }
    let (action, note) = try console.flagAnswer(nil, nil)
    try await review.acknowledge(flags.map(\.flag), action, note: note)
  }

  /// Asks for a text in the person's editor. Its file is removed once the text has been stored.
  private func write(_ subject: String) throws -> String {
    try console.longText(nil, option: "--note-file FILE", command: "intake review", about: subject)
  }

  /// Runs an operation after whose cancellation the question is asked again. A text that was not saved is kept.
  private func cancellable(_ operation: () async throws -> Void) async throws {
    do {
      try await operation()
      console.edited.remove()
    } catch let error as CommandError where error.status == .cancelled {
      console.warn(([error.what] + error.next + console.edited.leave()).joined(separator: "\n"))
    }
  }
}
