import Clinical
import Records

/// What the engine concludes for a plan today: its intake and evaluation, assessed again.
struct Reasoning: Sendable {
  let pack: ContentPack
  let intake: Intake
  let evaluation: EvaluationRecord?
  let assessment: Assessment

  init(pack: ContentPack, intake: Intake, evaluation: EvaluationRecord?) {
    self.pack = pack
    self.intake = intake
    self.evaluation = evaluation
    assessment = pack.assess(intake.answers, evaluation?.evaluation ?? Evaluation())
  }

  /// From the client's newest accepted intake and newest signed evaluation.
  static func current(for client: Client, at desk: Desk) async throws -> Reasoning {
    guard let intake = try await desk.acceptedIntake(of: client.id) else {
      throw CommandError(
        .refused, "\(client.label) has no accepted intake.", why: "A plan is drawn from one.",
        next: "plumbline intake list --to-review")
    }
    let evaluations = try await desk.evaluations(of: client.id)
    let signed = evaluations.filter { $0.state == .signed }.max { $0.recordedAt < $1.recordedAt }
    guard signed != nil || evaluations.isEmpty else {
      throw CommandError(
        .refused, "the evaluation of \(client.label) is not signed.", why: "A plan is drawn from signed findings.",
        next: "plumbline evaluation sign \(evaluations[0].shortID)")
    }
    return Reasoning(
      pack: try ShareDirectory.contentPack(version: intake.contentVersion), intake: intake, evaluation: signed)
  }

  /// For a plan that exists: the client's newest accepted intake and newest signed evaluation, since either may have
  /// changed after the plan was drafted.
  static func current(for plan: Plan, at desk: Desk) async throws -> Reasoning {
    try await current(for: try await desk.client(plan.client.description), at: desk)
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
    case "client_uses": "the client already uses it"
    case "redflag": "asked for by a red flag"
    default:
      pack.hypothesis(Hypothesis.ID(rawValue: source))?.title ?? pack.redFlag(RedFlag.ID(rawValue: source))?.title
        ?? source
    }
  }
}
