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
      let operation = review.openFlags.first.map { "[a]cknowledge \($0.flag)" } ?? "[a]ccept"
      let letters = known.isEmpty ? "avnrsq" : "lavnrsq"
      switch Prompt(console).letter("\(same)\(operation) [v]iew all [n]ote [r]eturn [s]kip [q]uit:", of: letters) {
      case "l": try await review.acknowledge(known)
      case "a": try await cancellable { try await go(on: review, page.pack) }
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

  private func go(on review: Review, _ pack: ContentPack) async throws {
    guard let flag = review.openFlags.first else { return try await review.accept(claims) }
    console.note("\(flag.urgency.demand)  \(flag.title)", sign: StyledText("!", flag.urgency.style))
    console.note(pack.redFlag(flag.flag)?.therapistAction ?? "")
    let ask = Prompt(console)
    let letter = ask.letter("Action (--action) [r]efer [a]dapt [p]roceed:", of: "rap")
    guard let action = FlagAction.allCases.first(where: { $0.rawValue.first == letter }),
      let note = ask.line("What you told the client, and why (--note-file):"), !note.isEmpty
    else { return console.note("Nothing was recorded.") }
    try await review.acknowledge([flag.flag], action, note: note)
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
