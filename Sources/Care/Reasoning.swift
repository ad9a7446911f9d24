import Clinical
import Records

/// The conclusions of the engine for a client, from an intake and an evaluation together.
package struct Reasoning: Sendable {
  package let pack: ContentPack
  package let intake: Intake
  /// The newest signed evaluation; nil when there is none.
  package let evaluation: EvaluationRecord?
  /// What counts of this and of earlier evaluations.
  package let standing: StandingFindings
  package let assessment: Assessment
  /// The items that the client was told to leave out, because they hurt a lot. They are not proposed again.
  var hurting: Set<HomeCareItem.ID> = []

  /// - Parameters:
  ///   - evaluations: the signed ones, the newest first.
  ///   - day: the day on which the findings count.
  ///   - pack: the content to assess with, which may be newer than the intake.
  /// - Throws: `PlanBasisRefusal.unknownFindings` when the content does not know a finding.
  init(
    _ intake: Intake, _ evaluations: [EvaluationRecord], on day: CalendarDate, by pack: ContentPack, at desk: Desk
  ) async throws {
    try self.init(intake, evaluations, on: day, pack)
    let unknown = pack.unreadable(standing.evaluation)
    guard unknown.isEmpty else {
      throw CareRefusal.planBasis(.unknownFindings(unknown, try await desk.client("\(intake.client)")))
    }
  }

  /// Assesses an intake and evaluations with content that knows all of their findings.
  init(_ intake: Intake, _ evaluations: [EvaluationRecord], on day: CalendarDate, _ pack: ContentPack) throws {
    self.init(intake, evaluations.first, try evaluations.standing(on: day, pack), pack)
  }

  private init(_ intake: Intake, _ evaluation: EvaluationRecord?, _ standing: StandingFindings, _ pack: ContentPack) {
    self.pack = pack
    self.intake = intake
    self.evaluation = evaluation
    self.standing = standing
    assessment = pack.assess(intake.answers, standing.evaluation)
  }

  /// Returns the conclusions as they would be if a finding were gone.
  func without(_ finding: StandingFinding) -> Reasoning {
    Reasoning(intake, evaluation, standing.without(finding.subject), pack)
  }

  /// Returns the offer of an item, whether or not the draft has it; nil when the content has no such item.
  package func offer(_ item: HomeCareItem.ID) -> PlanDraft.Offer? {
    assessment.plan.offers.first { $0.item == item } ?? pack.check(item, for: assessment)
  }

  /// The items that the draft proposes, without what hurts the client.
  package var draftedItems: [PlanItem] {
    assessment.plan.items.filter { !hurting.contains($0.item) }
  }

  /// Returns a reason in words: the note of a contraindication, or the title of a flag.
  package func words(for reason: String, of item: HomeCareItem.ID) -> String {
    if let row = pack.item(item)?.contraindications.first(where: { $0.id.rawValue == reason }) { return row.note }
    return pack.redFlag(RedFlag.ID(rawValue: reason))?.title ?? reason
  }

  /// Returns the reason why an item is offered in words.
  package func words(forSource source: String) -> String {
    switch source {
    case "core": "part of every plan"
    case "basics": "suits everyone"
    case "interest": "the client asked about it"
    case "client_uses": "the client says they have or use it at home"
    case "redflag": "asked for by a red flag"
    case PlanItem.askedForByCheckIns: "two check-ins in a row were worse"
    default:
      pack.hypothesis(Hypothesis.ID(rawValue: source))?.title ?? pack.redFlag(RedFlag.ID(rawValue: source))?.title
        ?? source
    }
  }

  /// Returns the refusal of an item that the content does not have, with the items that are spelled like it.
  package func unknown(_ item: HomeCareItem.ID) -> CareRefusal {
    .planItem(.unknown(item, near: pack.itemsNear(item.rawValue)))
  }
}
