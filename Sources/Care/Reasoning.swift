import Clinical
import Records

/// The conclusions of the engine for a client, from an intake and an evaluation together.
package struct Reasoning: Sendable {
  package let pack: ContentPack
  package let intake: Intake
  package let evaluation: EvaluationRecord?
  package let assessment: Assessment

  /// - Throws: `PlanBasisRefusal.unknownFindings` when the content of the intake does not know a finding.
  init(_ intake: Intake, _ evaluation: EvaluationRecord?, at desk: Desk) async throws {
    try await self.init(intake, evaluation, by: desk.content(intake.contentVersion), at: desk)
  }

  /// - Parameter pack: the content to assess with, which may be newer than the intake.
  /// - Throws: `PlanBasisRefusal.unknownFindings` when the content does not know a finding.
  init(_ intake: Intake, _ evaluation: EvaluationRecord?, by pack: ContentPack, at desk: Desk) async throws {
    let unknown = evaluation.map { pack.unreadable($0.evaluation) } ?? []
    guard unknown.isEmpty else {
      throw CareRefusal.planBasis(.unknownFindings(unknown, try await desk.client("\(intake.client)")))
    }
    self.init(intake, evaluation, pack)
  }

  /// Assesses an intake and an evaluation with content that knows all of its findings.
  init(_ intake: Intake, _ evaluation: EvaluationRecord?, _ pack: ContentPack) {
    self.pack = pack
    self.intake = intake
    self.evaluation = evaluation
    assessment = pack.assess(intake.answers, evaluation?.evaluation ?? Evaluation())
  }

  /// Returns the offer of an item, whether or not the draft has it; nil when the content has no such item.
  package func offer(_ item: HomeCareItem.ID) -> PlanDraft.Offer? {
    assessment.plan.offers.first { $0.item == item } ?? pack.check(item, for: assessment)
  }

  /// The items that the draft proposes, in its order.
  package var draftedItems: [PlanItem] {
    assessment.plan.draft.compactMap(offer).map { PlanItem($0) }
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
    case "interest": "the client asked about it"
    case "client_uses": "the client says they have or use it at home"
    case "redflag": "asked for by a red flag"
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
