import Clinical
import Records

extension Reasoning {
  /// Checks an item that is to be in the plan, as the therapist justifies it.
  ///
  /// - Throws: exit 5 with every reason when the item is blocked and may not be lowered, when it needs a clinician who
  ///   is not named, or when the mode leaves no room for it.
  func admit(_ item: HomeCareItem.ID, override: Plan.Override?) throws -> Plan.Item {
    guard let offer = offer(item), let definition = pack.item(item) else {
      throw CommandError(
        .notFound, "there is no home-care item “\(item)”.", why: nearest(to: item), next: ["plumbline plan explain"])
    }
    if let refusal = modeRefusal(definition) { throw refusal }
    switch offer.effect {
    case .block: try allowLowering(offer, definition, override)
    case .askFirst where override?.clinician == nil || override?.date == nil:
      throw refusal(
        "“\(definition.title)” needs the word of a clinician or pharmacist first", offer,
        next: "add --clinician NAME --date YYYY-MM-DD once one has agreed")
    case .askFirst, .caution, nil: break
    }
    return Plan.Item(
      item: item, sources: offer.sources, effect: offer.effect, reasons: offer.reasons,
      override: offer.effect == .block || offer.effect == .askFirst ? override : nil)
  }

  /// Only rows that allow it, and only with a reason; where a clinician must agree, with name and day.
  private func allowLowering(_ offer: PlanDraft.Offer, _ item: HomeCareItem, _ override: Plan.Override?) throws {
    let blocking = offer.reasons.compactMap { reason -> HomeCareItem.Contraindication.Override? in
      guard let row = item.contraindications.first(where: { $0.id.rawValue == reason }) else {
        return HomeCareItem.Contraindication.Override.none
      }
      return row.effect == .block ? row.override : nil
    }
    guard !blocking.contains(.none) else {
      throw refusal("“\(item.title)” is ruled out and nobody may lower that", offer, next: "leave it out")
    }
    guard let override, !override.reason.isEmpty else {
      throw refusal(
        "“\(item.title)” is ruled out", offer, next: "add --override-file FILE with your reason, if you answer for it")
    }
    if blocking.contains(.clinician), override.clinician == nil || override.date == nil {
      throw refusal(
        "“\(item.title)” is ruled out unless a clinician agrees", offer,
        next: "add --clinician NAME --date YYYY-MM-DD once one has agreed")
    }
  }

  private func modeRefusal(_ item: HomeCareItem) -> CommandError? {
    let raised = assessment.redFlags.compactMap(pack.redFlag).filter { $0.urgency.rank >= 3 }
    let allowed =
      switch assessment.plan.mode {
      case .normal: true
      case .hold: item.safeInHold
      case .emergency: assessment.plan.offers.contains { $0.item == item.id }
      }
    guard !allowed else { return nil }
    return CommandError(
      .refused, "“\(item.title)” has no place in the plan while this is open.",
      why: raised.map { "\($0.urgency.demand)  \($0.title): \($0.therapistAction)" },
      next: ["Refer first; plan again once it is settled."])
  }

  private func refusal(_ what: String, _ offer: PlanDraft.Offer, next: String) -> CommandError {
    CommandError(
      .refused, what + ".", why: offer.reasons.map { "\(words(for: $0, of: offer.item))  (\($0))" }, next: [next])
  }

  private func nearest(to id: HomeCareItem.ID) -> [String] {
    let near = pack.items.map { ($0, $0.id.rawValue.editDistance(to: id.rawValue)) }.sorted { $0.1 < $1.1 }.prefix(3)
    return ["Near: " + near.map(\.0.id.rawValue).joined(separator: ", ")]
  }
}
