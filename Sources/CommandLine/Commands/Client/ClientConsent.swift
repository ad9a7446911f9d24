import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ClientConsent: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "What a client agreed to, in which words, and when.",
    discussion: """
      Without an option it lists each consent as it stands. A client may take one back at any time: --withdraw pauses \
      the plans that rest on it, and nothing is accepted, drafted or issued until the client renews it, or until you say \
      with --override why you go on. Permissions, such as for photos, hold nothing up.
      Example: plumbline client consent k7f3 --withdraw treatment
      Example: plumbline client consent k7f3 --renew treatment --from sheet
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The client takes this back, such as treatment.", valueName: "consent"))
  var withdraw: String?
  @Option(help: ArgumentHelp("The client agrees to this anew.", valueName: "consent"))
  var renew: String?
  @Option(help: "How you know: wish (the client told you) or sheet (signed).")
  var from: ConsentSource?
  @Option(help: ArgumentHelp("You go on without this.", valueName: "consent"))
  var override: String?
  @Option(help: ArgumentHelp("Why, for --override and --withdraw; - is standard input.", valueName: "file"))
  var reasonFile: String?
  @Option(help: "What the client wished from their page is done.")
  var done: DoneWish?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if [withdraw != nil, renew != nil, override != nil, done != nil].count(where: \.self) > 1 {
      throw ValidationError("Choose one of --withdraw, --renew, --override and --done.")
    }
    if from != nil, withdraw == nil, renew == nil {
      throw ValidationError("--from goes with --withdraw and --renew.")
    }
    if reasonFile != nil, withdraw == nil, override == nil {
      throw ValidationError("--reason-file goes with --withdraw and --override.")
    }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let writes = withdraw != nil || renew != nil || override != nil || done != nil
    let change = ConsentChange(
      client: try await desk.find(client, console, writing: writes), consents: Consents(at: desk), console: console)
    if let withdraw {
      let reason = try reasonFile.map { try InputFile(path: $0).text().trimmed }
      try await change.withdraw(Question.ID(consent: withdraw), from: from ?? .wish, reason: reason)
    } else if let renew {
      var required = RequiredOptions()
      required.require(from, "--from wish|sheet")
      try required.check("client consent")
      try await change.renew(Question.ID(consent: renew), from: from ?? .sheet)
    } else if let override {
      let reason = try console.longText(
        reasonFile, option: "--reason-file FILE", command: "client consent",
        about: "Why you go on without the consent of \(change.client.fullName)")
      try await change.override(Question.ID(consent: override), reason: reason)
    } else if let done {
      try await change.finish(done.wish, at: desk)
    } else {
      try console.list(
        try await change.consents.standing(of: change.client), ConsentStanding.columns,
        nothing: "\(change.client.label) was asked for no consent yet.")
      try await change.tellWishes(at: desk)
    }
  }
}

enum ConsentSource: String, CaseIterable, ExpressibleByArgument {
  case wish, sheet

  var source: Consent.Source { self == .wish ? .wish : .sheet }
}

enum DoneWish: String, CaseIterable, ExpressibleByArgument {
  case withdraw, copy, call, link
  case planLink = "plan-link"

  var wish: ClientWish {
    switch self {
    case .withdraw: .withdrawConsent
    case .copy: .copyOfRecord
    case .call: .call
    case .link: .newLink
    case .planLink: .newPlanLink
    }
  }

  /// The command that does it; nil for what no command does.
  func step(_ client: String) -> String? {
    switch self {
    case .withdraw: "plumbline client consent \(client) --withdraw CONSENT"
    case .copy: "plumbline export client \(client)"
    case .call: nil
    case .link: "plumbline invite send \(client)"
    case .planLink: "plumbline plan send \(client) --new-link"
    }
  }
}

/// What is done about a consent, and said about it.
private struct ConsentChange {
  let client: Client
  let consents: Consents
  let console: Console

  func withdraw(_ consent: Question.ID, from source: ConsentSource, reason: String?) async throws {
    let paused = try await consents.withdraw(
      consent, of: client, source: source.source, reason: reason, dryRun: console.dryRun)
    guard !console.dryRun else {
      return try console.wouldDo(
        "record that \(client.label) takes back \(consent)"
          + (paused.isEmpty ? "" : ", and pause \(paused.joined(separator: ", "))"))
    }
    try console.say(
      answer(consent, .withdrawn).adding(["paused": .array(paused.map(JSON.string))]),
      "\(client.label) has taken back \(consent)."
        + (paused.isEmpty ? "" : " Paused: plan \(paused.joined(separator: ", "))."))
    console.next("plumbline client consent \(client.shortID)", "how the others stand")
  }

  func renew(_ consent: Question.ID, from source: ConsentSource) async throws {
    try await consents.renew(consent, of: client, source: source.source, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("record that \(client.label) agrees anew to \(consent)") }
    try console.say(answer(consent, .renewed), "\(client.label) agrees anew to \(consent).")
    console.next("plumbline plan list \(client.shortID)", "a plan that was paused is resumed by hand")
  }

  func override(_ consent: Question.ID, reason: String) async throws {
    try await consents.override(consent, of: client, reason: reason, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("go on without \(consent) of \(client.label)") }
    try console.say(
      answer(consent, .overridden), "You go on without \(consent) of \(client.label); your reason is on record.")
  }

  /// Says what the client wishes, and how it is done.
  func tellWishes(at desk: Desk) async throws {
    for case .wish(let wish) in try await desk.notices(of: "\(client.id)") {
      guard let done = DoneWish.allCases.first(where: { $0.wish == wish }) else { continue }
      console.warn("The client \(wish.words).")
      if let step = done.step(client.shortID) { console.next(step, "does it") }
      console.next("plumbline client consent \(client.shortID) --done \(done.rawValue)", "once it is done")
    }
  }

  func finish(_ wish: ClientWish, at desk: Desk) async throws {
    try await desk.perform(dryRun: console.dryRun) { try await desk.finishWish(wish, of: "\(client.id)") }
    guard !console.dryRun else { return try console.wouldDo("mark as done: \(client.label) \(wish.words)") }
    try console.say(
      ["client": .string("\(client.id)"), "done": .string(wish.rawValue)], "Done: \(client.label) \(wish.words).")
  }

  private func answer(_ consent: Question.ID, _ state: Consent.State) -> JSON {
    [
      "client": .string("\(client.id)"), "consent": .string(consent.rawValue), "state": .string(state.rawValue),
    ]
  }
}
