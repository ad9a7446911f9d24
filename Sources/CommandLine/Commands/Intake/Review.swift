import Care
import Clinical
import JSON
import Records

/// What a therapist can do about an intake, whether options say it or answers to questions.
struct Review {
  let intake: Intake
  let desk: Desk
  let console: Console
  /// The flags that this command has acknowledged. In a dry run the intake does not say so.
  var acknowledged: Set<RedFlag.ID> = []

  private var intakes: Intakes { Intakes(at: desk) }

  /// The red flags that nobody has acknowledged, the most urgent first.
  var openFlags: [IntakeFlag] { intake.openFlags.filter { !acknowledged.contains($0.flag) } }

  func acknowledge(_ flag: RedFlag.ID, _ action: FlagAction, note: String) async throws {
    let raised = try await intakes.raisedFlag(flag, with: intake)
    try await intakes.acknowledge(raised, of: intake, action, note: note, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("record \(action.rawValue) for “\(raised.title)”") }
    let left = openFlags.filter { $0.flag != flag }
    try console.say(
      [
        "id": .string("\(intake.id)"), "flag": .string(flag.rawValue), "action": .string(action.rawValue),
        "open_flags": .integer(left.count),
      ], "“\(raised.title)” acknowledged: \(action.rawValue). \(left.isEmpty ? "None left." : "\(left.count) left.")")
  }

  /// Accepts the intake, and records those of its answers about the client that are chosen. From an intake that was
  /// accepted before, only answers are recorded.
  func accept(_ options: ClaimOptions) async throws {
    try intakes.refuseOpenFlags(of: intake, besides: acknowledged)
    try await Consents(at: desk).refuseWithheld(by: intake.client)
    let client = try await desk.client("\(intake.client)")
    let (taken, open) = try options.settle(client.claims(in: intake.answers), console)
    let fields = taken.map(\.detail.rawValue).joined(separator: ", ")
    guard !console.dryRun else {
      return try console.wouldDo(
        "accept intake \(intake.shortID) of \(intake.clientName)" + (taken.isEmpty ? "" : ", taking \(fields) from it"),
        ["taken": .array(taken.map(\.json)), "differs": .array(open.map(\.json))])
    }
    let acceptance = try await intakes.accept(intake, taking: taken)
    console.say(acceptance.pauses)
    if let cause = acceptance.notTaken { throw notTaken(taken, CommandError(cause), acceptance.pauses) }
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
    try acceptance.pauses.refuseStillOut()
    console.next("plumbline evaluation new \(client.shortID)", "record what you find")
  }

  /// Returns an error which says that the intake is accepted nevertheless, and how to record its answers.
  private func notTaken(_ claims: [ClientClaim], _ cause: CommandError, _ pauses: PlanPauses) -> CommandError {
    let stillOut = pauses.stillOut.map { CommandError(CareRefusal.plan(.stillOut($0.plans, cause: $0.cause))) }
    let fields = claims.map(\.detail.rawValue).joined(separator: ",")
    return CommandError(
      cause.status, "intake \(intake.shortID) is accepted, but the record could not be changed.",
      why: [cause.what] + (stillOut.map { [$0.what] + $0.why } ?? []),
      next: (stillOut?.next ?? [])
        + ["plumbline intake accept \(intake.shortID) --take \(fields)    takes the client's answers"])
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
