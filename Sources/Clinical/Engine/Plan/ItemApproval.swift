/// Whether an item may be in a plan, with the override that the therapist gives.
package enum ItemApproval: Sendable, Hashable {
  case approved
  case rejected(Rejection)

  /// Why not, and so what would help.
  package enum Rejection: Sendable, Hashable {
    /// The pack has no such item.
    case unknownItem
    case withdrawn(HomeCareItem.Withdrawal)
    /// An emergency or urgent flag leaves no room for it.
    case notInThisMode(PlanDraft.Mode)
    /// A block that nobody may override.
    case blocked
    /// A block that the therapist may override with a reason in writing.
    case needsReason
    /// A clinician or pharmacist must agree: name and date are missing.
    case needsClinician
  }
}

extension ContentPack {
  /// Applies the override rules to an item, whether it was offered or added by hand. An override counts only if it was
  /// given for everything that blocks the item or needs a clinician's agreement.
  ///
  /// - Parameter reasons: the contraindications and flags for which the override was given; nil: all that limit the item
  ///   today.
  package func approve(
    _ item: HomeCareItem.ID, for assessment: Assessment, with override: ItemOverride? = nil,
    givenFor reasons: [String]? = nil
  ) -> ItemApproval {
    guard let definition = self.item(item), let offer = check(item, for: assessment) else {
      return .rejected(.unknownItem)
    }
    if let withdrawal = definition.withdrawal { return .rejected(.withdrawn(withdrawal)) }
    let plan = assessment.plan
    let fitsMode =
      switch plan.mode {
      case .normal: true
      case .hold: definition.safeInHold
      case .emergency: plan.offers.contains { $0.item == item }
      }
    guard fitsMode else { return .rejected(.notInThisMode(plan.mode)) }
    let limits = offer.reasons.filter { reason in
      definition.contraindications.first { $0.id.rawValue == reason }?.effect != .caution
    }
    let override = Set(limits).isSubset(of: reasons ?? limits) ? override : nil
    switch offer.effect {
    case nil, .caution: return .approved
    case .askFirst: return override?.namesClinician == true ? .approved : .rejected(.needsClinician)
    case .block: break
    }
    switch overrideAuthority(for: definition, offer) {
    case .none: return .rejected(.blocked)
    case .clinician where override?.namesClinician != true: return .rejected(.needsClinician)
    case .clinician, .therapist: return override?.hasReason == true ? .approved : .rejected(.needsReason)
    }
  }

  /// Returns who may override what blocks the item: the strictest of its contraindications; nobody if a flag blocks it.
  func overrideAuthority(
    for item: HomeCareItem, _ offer: PlanDraft.Offer
  ) -> HomeCareItem.Contraindication.OverrideAuthority {
    let blocking = offer.reasons.compactMap { reason -> HomeCareItem.Contraindication.OverrideAuthority? in
      guard let row = item.contraindications.first(where: { $0.id.rawValue == reason }) else {
        return HomeCareItem.Contraindication.OverrideAuthority.none
      }
      return row.effect == .block ? row.overridableBy : nil
    }
    if blocking.contains(.none) { return .none }
    return blocking.contains(.clinician) ? .clinician : .therapist
  }
}

extension ItemOverride {
  fileprivate var hasReason: Bool { !reason.isBlank }
  fileprivate var namesClinician: Bool { clinician.map { !$0.isBlank } ?? false && date != nil }
}
