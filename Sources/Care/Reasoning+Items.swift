import Clinical
import Records

extension Reasoning {
  /// Checks an item that is to be in a plan, as the therapist justifies it.
  ///
  /// - Parameter answered: the reasons that the justification was given for; nil when it is given now, for all of them.
  /// - Throws: `PlanItemRefusal` with every reason when the content's rules refuse it, or when there is no such item.
  package func admit(
    _ item: HomeCareItem.ID, override: ItemOverride?, answering answered: [String]? = nil
  ) throws -> PlanItem {
    if case .rejected(let rejection) = pack.approve(item, for: assessment, with: override, givenFor: answered) {
      throw refusal(rejection, of: item, isInPlan: answered != nil)
    }
    guard let offer = offer(item) else { throw unknown(item) }
    var kept = offer.effect == .block || offer.effect == .askFirst ? override : nil
    // The database needs a reason; where only a clinician is to be asked, the name and the day are enough.
    if kept?.reason.isEmpty == true { kept?.reason = answerWords.askedFirst }
    return PlanItem(offer, override: kept)
  }

  /// Checks every item of a plan once more against what is known today.
  ///
  /// Flags that only the findings raise were shown when the evaluation was signed. To sign is to acknowledge a caution or
  /// a referral; an urgent flag or an emergency must be acknowledged by name, which adds it to the intake.
  ///
  /// - Throws: `CareRefusal` with what stands in the way.
  func checkedItems(of plan: Plan) throws -> [PlanItem] {
    try refuseOpenFlags()
    guard !plan.items.isEmpty else { throw CareRefusal.plan(.empty(plan)) }
    return pack.closingUpPhases(of: try plan.items.map(renewing))
  }

  /// Checks an item of a plan against what is known today. What the therapist set stays.
  ///
  /// - Throws: `PlanItemRefusal` when it may not stay in the plan.
  func renewing(_ item: PlanItem) throws -> PlanItem {
    var checked = try admit(item.item, override: item.override, answering: item.reasons)
    if !item.sources.isEmpty { checked.sources = item.sources }
    (checked.phase, checked.dose, checked.note) = (item.phase, item.dose, item.note)
    try refuseUnsafeDose(of: checked)
    return checked
  }

  private func refuseOpenFlags() throws {
    let open = intake.openFlags.compactMap { pack.redFlag($0.flag) }
    let found = intake.others(of: assessment.redFlags, pack).filter { $0.urgency >= .urgent }
    guard (open + found).isEmpty else {
      throw CareRefusal.planBasis(.unacknowledgedFlags(open + found, intake))
    }
  }

  private func refusal(_ rejection: ItemApproval.Rejection, of id: HomeCareItem.ID, isInPlan: Bool) -> CareRefusal {
    guard let item = pack.item(id) else { return unknown(id) }
    let limits = (offer(id)?.reasons ?? []).map { (id: $0, words: words(for: $0, of: id)) }
    func limited(_ demand: LimitedItem.Demand) -> CareRefusal {
      .planItem(.limited(LimitedItem(item: item, demand: demand, limits: limits, isInPlan: isInPlan)))
    }
    switch rejection {
    case .unknownItem: return unknown(id)
    case .withdrawn(let withdrawal): return .planItem(.withdrawn(item, withdrawal))
    case .notInThisMode:
      let urgent = assessment.redFlags.compactMap(pack.redFlag).filter { $0.urgency >= .urgent }
      return .planItem(.noPlaceWhileOpen(item, urgent))
    case .blocked: return limited(.nothingHelps)
    case .needsReason: return limited(.reason)
    case .needsClinician: return limited(.clinician)
    }
  }
}
