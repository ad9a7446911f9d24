import Care
import Clinical
import Records

/// Goes through a session with a person, step by step. Every answer is kept at once.
struct SessionWalk {
  let desk: Desk
  let console: Console
  let client: Client

  func run(_ opening: SessionOpening) async throws {
    try show(opening.news)
    for step in opening.steps {
      begin(step, opening)
      switch step {
      case .flags: if let review = opening.review { try await take(review) }
      case .checkIns: try await read(opening.checkIns)
      case .findings: try await examine(opening)
      case .plan: try await renewPlan(lastVisit: opening.lastVisit)
      case .visit: try await writeDown(opening.openVisit)
      }
    }
    console.note("That was the session of \(client.fullName).", sign: StyledText("✓", .green))
    console.next("plumbline client show \(client.shortID)", "where things stand")
  }

  private func begin(_ step: SessionStep, _ opening: SessionOpening) {
    let place = (opening.steps.firstIndex(of: step) ?? 0) + 1
    console.note("")
    console.note("\(step.title)", sign: StyledText("\(place)/\(opening.steps.count)", .bold))
    console.note(step.command(opening), sign: StyledText("by itself:", .dim))
  }
}

// MARK: - Asking and telling

extension SessionWalk {
  /// Prints a page that stays above the questions; a pager would take it away.
  func show(_ report: Report) throws {
    try console.output.write(report.text(width: console.width, colour: console.output.colour).utf8)
  }

  func did(_ sentence: String) { console.note(sentence, sign: StyledText("✓", .green)) }

  /// - Throws: exit 2 when the input ends.
  func ask(_ question: String) throws -> String {
    Interruption.say("What you answered is kept. Go on with:\n\(again)")
    defer { Interruption.say(nil) }
    guard let answer = Prompt(console).line(question) else { throw left("the session ended here.") }
    return answer
  }

  /// Asks a question that Enter agrees to.
  func agrees(_ question: String) throws -> Bool {
    while true {
      switch try ask("\(question) [Y/n]").lowercased() {
      case "", "y", "yes": return true
      case "n", "no": return false
      default: console.warn("Type y or n; Enter is yes.")
      }
    }
  }

  /// Asks for one of some letters; Enter is the first.
  func letter(_ question: String, of letters: String) throws -> Character {
    while true {
      let typed = try ask(question)
      if typed.isEmpty { return letters[letters.startIndex] }
      if let letter = Prompt.letter(typed, to: question, of: letters) { return letter }
      console.warn(Prompt.letterWanted)
    }
  }

  /// The end of a session that cannot go on.
  func left(_ why: String, next: [String] = []) -> CommandError {
    CommandError(.cancelled, why, why: ["What you answered is kept."], next: next + ["\(again)    goes on from here"])
  }

  private var again: String { "plumbline session \(client.shortID)" }
}
