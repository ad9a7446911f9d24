import Care
import Clinical
import JSON
import Records

/// What a therapist can do about an intake, whether options say it or answers to questions.
struct Review {
  let intake: Intake
  let desk: Desk
  let console: Console
  /// The flags that this command would have acknowledged before, if it were no dry run.
  var acknowledged: Set<RedFlag.ID> = []

  private var intakes: Intakes { Intakes(at: desk) }

  /// The red flags that nobody has acknowledged, the most urgent first.
  var openFlags: [IntakeFlag] { intake.openFlags.filter { !acknowledged.contains($0.flag) } }

  /// Returns the review after these flags were acknowledged, or would have been.
  func goingOn(after flags: [RedFlag.ID]) async throws -> Review {
    Review(
      intake: try await desk.intake("\(intake.id)"), desk: desk, console: console,
      acknowledged: console.dryRun ? acknowledged.union(flags) : [])
  }

  /// Acknowledges flags with one action and one note.
  func acknowledge(_ flags: [RedFlag.ID], _ action: FlagAction, note: String) async throws {
    let raised = try await intakes.raisedFlags(flags, with: intake)
    try await intakes.acknowledge(raised, of: intake, action, note: note, dryRun: console.dryRun)
    let titles = raised.map { "“\($0.title)”" }.joined(separator: ", ")
    guard !console.dryRun else { return try console.wouldDo("record \(action.rawValue) for \(titles)") }
    try sayAcknowledged(
      raised.map(\.id), ["action": .string(action.rawValue)], "\(titles) acknowledged: \(action.rawValue).")
  }

  /// Acknowledges flags as they were the last time.
  func acknowledge(_ known: [KnownFlag]) async throws {
    try await intakes.acknowledge(known, of: intake, dryRun: console.dryRun)
    let titles = known.map { "“\($0.flag.title)”" }.joined(separator: ", ")
    guard !console.dryRun else { return try console.wouldDo("acknowledge as last time: \(titles)") }
    try sayAcknowledged(known.map(\.flag.flag), [:], "Acknowledged as last time: \(titles).")
  }

  private func sayAcknowledged(_ flags: [RedFlag.ID], _ details: JSON, _ sentence: String) throws {
    let left = openFlags.filter { !flags.contains($0.flag) }.count
    let answer: JSON = [
      "id": .string("\(intake.id)"), "acknowledged": JSON(flags.map(\.rawValue)), "open_flags": .integer(left),
    ]
    try console.say(answer.adding(details), "\(sentence) \(left == 0 ? "None left." : "\(left) left.")")
  }

  /// Accepts the intake, and records those of its answers about the client that are chosen. From an intake that was
  /// accepted before, only answers are recorded.
  func accept(_ options: ClaimOptions) async throws {
    let checked = try await intakes.check(intake, besides: acknowledged)
    let (taken, open) = try options.settle(checked.claims, console)
    guard !console.dryRun else {
      return try console.wouldDo(
        "accept intake \(intake.shortID) of \(intake.clientName)"
          + (taken.isEmpty ? "" : ", taking \(taken.words) from it"),
        ["taken": .array(taken.map(\.json)), "differs": .array(open.map(\.json))])
    }
    let acceptance = try await intakes.accept(checked, taking: taken)
    console.say(acceptance.pauses)
    if acceptance.notTaken == nil { try sayAccepted(taken, open) }
    try acceptance.refuseUnfinished()
    console.next("plumbline evaluation new \(checked.client.shortID)", "record what you find; --ask goes by question")
  }

  private func sayAccepted(_ taken: [ClientClaim], _ open: [ClientClaim]) throws {
    try console.say(
      [
        "id": .string("\(intake.id)"), "state": "accepted", "taken": .array(taken.map(\.json)),
        "differs": .array(open.map(\.json)),
      ],
      "Intake \(intake.shortID) of \(intake.clientName) accepted."
        + (taken.isEmpty ? "" : " Taken into the record: \(taken.words)."))
    let filled = taken.filter(\.fillsIn)
    if !filled.isEmpty, filled.count < taken.count {
      console.note("Filled in where the record had nothing: \(filled.words).")
    }
    if !taken.isEmpty { console.next("plumbline undo", "puts the record back") }
    if !open.isEmpty {
      let names = open.map(\.detail.rawValue).joined(separator: ",")
      console.warn("The record was kept where the client says otherwise: \(open.words).")
      console.note("plumbline intake accept \(intake.shortID) --take \(names)    takes the client's answers")
    }
  }

  /// Returns the intake to the client, to be answered again.
  func giveBack(_ question: String?, _ message: () throws -> String) async throws {
    let question = question.map { Question.ID(rawValue: $0) }
    if let question { try await intakes.refuseUnknown(question, in: intake) }
    try await intakes.giveBack(intake, question: question, message: try message(), dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("return intake \(intake.shortID)") }
    try console.say(
      ["id": .string("\(intake.id)"), "state": "returned"],
      "Intake \(intake.shortID) of \(intake.clientName) returned.")
    console.next("plumbline invite link \(try await desk.client("\(intake.client)").shortID)", "a new link for them")
  }

  func addNote(_ note: String) async throws {
    guard !console.dryRun else { return try console.wouldDo("add a note to \(intake.clientName)") }
    let id = ClientNote.ID.new()
    try await desk.addNote(id: id, to: "\(intake.client)", note)
    try console.say(["id": .string("\(id)"), "client": .string("\(intake.client)")], "Note added.")
  }
}

extension [ClientClaim] {
  /// What of the record they are about.
  fileprivate var words: String { map(\.detail.noun).joined(separator: ", ") }
}
