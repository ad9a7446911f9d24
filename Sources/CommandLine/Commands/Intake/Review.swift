import Clinical
import JSON
import Records

/// An intake before its therapist: what can be done about it, with questions or without.
struct Review {
  let intake: Intake
  let desk: Desk
  let console: Console
  /// By this command, which a dry run only says.
  var acknowledged: Set<RedFlag.ID> = []

  /// Those nobody has looked at, the most urgent first.
  var openFlags: [IntakeFlag] {
    intake.flags.filter { $0.acknowledgedAt == nil && !acknowledged.contains($0.flag) }.mostUrgentFirst
  }

  /// - Parameter found: given when signed findings raise the flag, and not the intake itself.
  func acknowledge(_ flag: RedFlag.ID, _ action: IntakeFlagCommand.Action, note: String, found: RedFlag? = nil)
    async throws
  {
    guard let title = intake.flags.first(where: { $0.flag == flag })?.title ?? found?.title else {
      throw CommandError(
        .notFound, "this intake has no flag “\(flag)”.", why: intake.flags.map { "\($0.flag): \($0.title)" },
        next: ["plumbline intake show \(intake.shortID)"])
    }
    guard !note.isEmpty else {
      throw CommandError(.usage, "the note is empty.", next: "Write what you told the client, and why.")
    }
    guard !console.dryRun else { return try console.wouldDo("record \(action.rawValue) for “\(title)”") }
    if let found { try await desk.raiseFlags([found], with: intake.id) }
    try await desk.acknowledgeFlag(flag, of: intake.id, action: action.rawValue, note: note)
    let left = openFlags.filter { $0.flag != flag }
    try console.say(
      [
        "id": .string("\(intake.id)"), "flag": .string(flag.rawValue), "action": .string(action.rawValue),
        "open_flags": .integer(left.count),
      ], "“\(title)” looked at: \(action.rawValue). \(left.isEmpty ? "None left." : "\(left.count) left.")")
  }

  /// Takes the intake into the record, and those of its answers about the client that are chosen. One that was
  /// accepted before only gives its answers.
  func accept(_ options: ClaimOptions) async throws {
    try refuseOpenFlags()
    let client = try await desk.client("\(intake.client)")
    let (taken, open) = try options.settle(client.claims(in: intake.answers), console)
    let fields = taken.map(\.detail.rawValue).joined(separator: ", ")
    guard !console.dryRun else {
      return try console.wouldDo(
        "accept intake \(intake.shortID) of \(intake.clientName)" + (taken.isEmpty ? "" : ", taking \(fields) from it"),
        ["taken": .array(taken.map(\.json)), "differs": .array(open.map(\.json))])
    }
    if intake.state != .accepted || taken.isEmpty { try await desk.acceptIntake(intake.id) }
    // First: a plan that is not safe any more does not wait for a field of the record, nor the field for the plan.
    let unpaused = await CommandError.thrown {
      try await PlanWatch(client: intake.client, desk: desk).pauseTouchedPlans(console)
    }
    if !taken.isEmpty { try await take(taken, into: client, besides: unpaused) }
    try console.say(
      [
        "id": .string("\(intake.id)"), "state": "accepted", "taken": .array(taken.map(\.json)),
        "differs": .array(open.map(\.json)),
      ],
      "Intake \(intake.shortID) of \(intake.clientName) accepted."
        + (taken.isEmpty ? "" : " Taken into the record: \(fields)."))
    let filled = taken.filter(\.recorded.isEmpty).map(\.detail.rawValue).joined(separator: ", ")
    if !filled.isEmpty { console.note("Filled in where the record had nothing: \(filled).") }
    if !taken.isEmpty { console.next("plumbline undo", "puts the record back") }
    if !open.isEmpty {
      let names = open.map(\.detail.rawValue).joined(separator: ",")
      console.warn("The record was kept where the client says otherwise: \(names.replacing(",", with: ", ")).")
      console.note("plumbline intake accept \(intake.shortID) --take \(names)    takes the client's answers")
    }
    if let unpaused { throw unpaused }
    console.next("plumbline evaluation new \(client.shortID)", "record what you find")
  }

  /// - Parameter unpaused: what went wrong before.
  /// - Throws: saying that the intake is accepted all the same, and how to take its answers.
  private func take(_ claims: [ClientClaim], into client: Client, besides unpaused: CommandError?) async throws {
    do {
      let changes = claims.map { ($0.detail, Optional($0.claimed)) }
      _ = try await desk.editClient("\(client.id)", Dictionary(changes) { _, last in last })
    } catch {
      let error = CommandError(error)
      let fields = claims.map(\.detail.rawValue).joined(separator: ",")
      throw CommandError(
        error.status, "intake \(intake.shortID) is accepted, but the record could not be changed.",
        why: [error.what] + (unpaused.map { [$0.what] + $0.why } ?? []),
        next: (unpaused?.next ?? [])
          + ["plumbline intake accept \(intake.shortID) --take \(fields)    takes the client's answers"])
    }
  }

  /// Back to the client, to be answered again.
  func giveBack(_ question: String?, _ message: () throws -> String) async throws {
    let pack = try await desk.content(intake.contentVersion)
    let question = question.map { Question.ID(rawValue: $0) }
    if let question, pack.question(question) == nil {
      throw CommandError(.notFound, "the form has no question “\(question)”.", next: "plumbline form list")
    }
    let message = try message()
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.returnIntake(intake.id, question: question, message: message)
    }
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

  private func refuseOpenFlags() throws {
    guard !openFlags.isEmpty else { return }
    throw CommandError(
      .refused, "\(openFlags.count) red flag\(openFlags.count == 1 ? " is" : "s are") not looked at.",
      why: openFlags.map { "\($0.urgency.demand)  \($0.title)  (\($0.flag))" },
      next: ["plumbline intake review \(intake.shortID)"])
  }
}
