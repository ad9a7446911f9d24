/// Whether an item may be in a plan, as the therapist justifies it.
package enum Admission: Sendable, Hashable {
  case admitted
  case refused(Refusal)

  /// Why not, with what would help.
  package enum Refusal: Sendable, Hashable {
    /// The pack has no such item.
    case unknownItem
    /// An emergency or urgent flag leaves no room for it.
    case notInThisMode(PlanDraft.Mode)
    /// A block that nobody may lower.
    case blocked
    /// A block that the therapist may lower, with a reason in writing.
    case needsReason
    /// A clinician or pharmacist must agree: name and date.
    case needsClinician
  }
}

/// What a therapist gives to keep an item that is limited.
package struct Justification: Sendable, Hashable {
  package let reason: String?
  package let clinician: String?
  package let date: CalendarDate?
  /// The contraindications and flags it was given for; nil for whatever limits the item today.
  package let answers: Set<String>?

  package init(
    reason: String? = nil, clinician: String? = nil, date: CalendarDate? = nil, answers: Set<String>? = nil
  ) {
    self.reason = reason
    self.clinician = clinician
    self.date = date
    self.answers = answers
  }

  fileprivate var hasReason: Bool { reason?.contains { !$0.isWhitespace } ?? false }
  fileprivate var namesClinician: Bool { clinician?.contains { !$0.isWhitespace } ?? false && date != nil }

  fileprivate func answers(_ reasons: [String]) -> Bool { answers?.isSuperset(of: reasons) ?? true }
}

/// Who may lower the block of an item.
enum Lowering {
  case nobody, clinician, therapist

  var words: String {
    switch self {
    case .nobody: "Nobody may lower this."
    case .clinician: "It may be lowered once a named clinician agreed, with the date and a reason in writing."
    case .therapist: "The therapist may lower this with a reason in writing."
    }
  }
}

extension ContentPack {
  /// Applies the override rules to an item, offered or added by hand. A justification that does not answer everything
  /// that blocks the item or asks for a clinician's word is none.
  package func admit(_ item: HomeCareItem.ID, for assessment: Assessment, with justification: Justification? = nil)
    -> Admission
  {
    guard let definition = self.item(item), let offer = check(item, for: assessment) else {
      return .refused(.unknownItem)
    }
    let plan = assessment.plan
    let hasPlace =
      switch plan.mode {
      case .normal: true
      case .hold: definition.safeInHold
      case .emergency: plan.offers.contains { $0.item == item }
      }
    guard hasPlace else { return .refused(.notInThisMode(plan.mode)) }
    let limits = offer.reasons.filter { reason in
      definition.contraindications.first { $0.id.rawValue == reason }?.effect != .caution
    }
    let justification = justification.flatMap { $0.answers(limits) ? $0 : nil }
    switch offer.effect {
    case nil, .caution: return .admitted
    case .askFirst: return justification?.namesClinician == true ? .admitted : .refused(.needsClinician)
    case .block: break
    }
    switch lowering(of: definition, offer) {
    case .nobody: return .refused(.blocked)
    case .clinician where justification?.namesClinician != true: return .refused(.needsClinician)
    case .clinician, .therapist: return justification?.hasReason == true ? .admitted : .refused(.needsReason)
    }
  }

  /// The strictest of the rows and flags that block the item; a flag's block is never lowered.
  func lowering(of item: HomeCareItem, _ offer: PlanDraft.Offer) -> Lowering {
    let blocking = offer.reasons.compactMap { reason -> HomeCareItem.Contraindication.Override? in
      guard let row = item.contraindications.first(where: { $0.id.rawValue == reason }) else {
        return HomeCareItem.Contraindication.Override.none
      }
      return row.effect == .block ? row.override : nil
    }
    if blocking.contains(.none) { return .nobody }
    return blocking.contains(.clinician) ? .clinician : .therapist
  }
}
