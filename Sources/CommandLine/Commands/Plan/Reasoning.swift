import Clinical
import Records

/// What the engine concludes for a plan today: its intake and evaluation, assessed again.
struct Reasoning: Sendable {
  let pack: ContentPack
  let intake: Intake
  let evaluation: EvaluationRecord?
  let assessment: Assessment

  /// - Throws: exit 5 when the content that the intake was filled in with does not know a finding: dropped without a
  ///   word, it could be the one that rules something out.
  private init(_ intake: Intake, _ evaluation: EvaluationRecord?, at desk: Desk) async throws {
    let pack = try await desk.content(intake.contentVersion)
    let unknown = evaluation.map { pack.unreadable($0.evaluation) } ?? []
    guard unknown.isEmpty else {
      throw CommandError(
        .refused, "intake and findings are of different versions: some findings cannot be weighed.", why: unknown,
        next: [
          "plumbline invite link \(try await desk.client("\(intake.client)").shortID)    for an intake on today's form"
        ])
    }
    self.pack = pack
    self.intake = intake
    self.evaluation = evaluation
    assessment = pack.assess(intake.answers, evaluation?.evaluation ?? Evaluation())
  }

  /// From the client's newest accepted intake and newest signed evaluation, as it was last amended.
  static func current(for client: Client, at desk: Desk) async throws -> Reasoning {
    guard let intake = try await desk.acceptedIntake(of: client.id) else {
      throw CommandError(
        .refused, "\(client.label) has no accepted intake.", why: "A plan is drawn from one.",
        next: try await desk.intakes(toReviewOnly: true).first { $0.client == client.id }
          .map { "plumbline intake review \($0.shortID)" } ?? "plumbline invite link \(client.shortID)")
    }
    let evaluations = try await desk.evaluations(of: client.id)
    let signed = evaluations.newestSigned
    guard signed != nil || evaluations.isEmpty else {
      throw CommandError(
        .refused, "the evaluation of \(client.label) is not signed.", why: "A plan is drawn from signed findings.",
        next: "plumbline evaluation sign \(evaluations[0].shortID)")
    }
    return try await Reasoning(intake, signed, at: desk)
  }

  /// For a plan that exists: the client's newest accepted intake and newest signed evaluation, since either may have
  /// changed after the plan was drafted.
  static func current(for plan: Plan, at desk: Desk) async throws -> Reasoning {
    try await current(for: try await desk.client(plan.client.description), at: desk)
  }

  /// For looking at a plan: as `current`; when nothing could be drawn today, as the plan was made, and why is said.
  static func shown(for plan: Plan, at desk: Desk, _ console: Console) async throws -> Reasoning {
    do {
      return try await current(for: plan, at: desk)
    } catch let error as CommandError where error.status == .refused {
      console.warn("Shown with the reasons it was made with: \(error.what)")
      for step in error.next { console.note(step) }
      let intake = try await desk.intake("\(plan.intake)")
      guard let evaluation = plan.evaluation else { return try await Reasoning(intake, nil, at: desk) }
      return try await Reasoning(intake, try await desk.evaluation("\(evaluation)"), at: desk)
    }
  }

  /// What a plan that is out has to stand up to: the newest intake counts as soon as it is sent.
  static func newest(for client: Client.ID, at desk: Desk) async throws -> Reasoning? {
    let sent = try await desk.intakes().filter { $0.client == client && $0.state != .returned }
    guard let newest = sent.max(by: { $0.submittedAt < $1.submittedAt }) else { return nil }
    return try await Reasoning(
      try await desk.intake("\(newest.id)"), try await desk.evaluations(of: client).newestSigned, at: desk)
  }

  /// - Throws: exit 5 while red flags of a newer intake wait to be looked at: the accepted one may be out of date.
  func refuseWaitingFlags(at desk: Desk) async throws {
    let waiting = try await desk.intakes(toReviewOnly: true).first {
      $0.client == intake.client && $0.submittedAt > intake.submittedAt && $0.openFlags > 0
    }
    guard let waiting else { return }
    throw CommandError(
      .refused, "\(waiting.clientName) has sent a newer intake, whose red flags are not looked at.",
      next: "plumbline intake review \(waiting.shortID)")
  }

  func offer(_ item: HomeCareItem.ID) -> PlanDraft.Offer? {
    assessment.plan.offers.first { $0.item == item } ?? pack.check(item, for: assessment)
  }

  /// A reason in words: the note of a contraindication, or the title of a flag.
  func words(for reason: String, of item: HomeCareItem.ID) -> String {
    if let row = pack.item(item)?.contraindications.first(where: { $0.id.rawValue == reason }) { return row.note }
    return pack.redFlag(RedFlag.ID(rawValue: reason))?.title ?? reason
  }

  /// Why an item is offered, in words.
  func words(forSource source: String) -> String {
    switch source {
    case "core": "part of every plan"
    case "interest": "the client asked about it"
    case "client_uses": "the client says they have or use it at home"
    case "redflag": "asked for by a red flag"
    default:
      pack.hypothesis(Hypothesis.ID(rawValue: source))?.title ?? pack.redFlag(RedFlag.ID(rawValue: source))?.title
        ?? source
    }
  }
}

extension [EvaluationRecord] {
  fileprivate var newestSigned: EvaluationRecord? {
    filter { $0.state != .draft }.max { $0.recordedAt < $1.recordedAt }
  }
}
