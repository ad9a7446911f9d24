import Clinical
import Records

extension Reasoning {
  /// Checks an item that is to be in the plan, as the therapist justifies it.
  ///
  /// - Parameter answered: the reasons that the override was given for; nil when it is given now, for all of them.
  /// - Throws: exit 5 with every reason when the pack's rules refuse it, exit 3 when there is no such item.
  func admit(_ item: HomeCareItem.ID, override: Plan.Override?, answering answered: [String]? = nil) throws -> Plan.Item
  {
    let justification = override.map { Justification($0, answering: answered) }
    if case .refused(let refusal) = pack.admit(item, for: assessment, with: justification) {
      throw error(refusal, item, isInPlan: answered != nil)
    }
    guard let offer = offer(item) else { throw unknown(item) }
    var kept = offer.effect == .block || offer.effect == .askFirst ? override : nil
    // The record wants words; where only a clinician is to be asked, the name and the day are enough.
    if kept?.reason.isEmpty == true { kept?.reason = "Asked first." }
    return Plan.Item(
      item: item, sources: offer.sources, effect: offer.effect, reasons: offer.reasons, override: kept)
  }

  private func error(_ refusal: Admission.Refusal, _ item: HomeCareItem.ID, isInPlan: Bool) -> CommandError {
    let title = pack.item(item)?.title ?? item.rawValue
    let reasons = (offer(item)?.reasons ?? []).map { "\(words(for: $0, of: item))  (\($0))" }
    let removal = isInPlan ? ["plumbline plan remove PLAN \(item)"] : []
    func refused(_ what: String, next: [String]) -> CommandError {
      CommandError(.refused, "“\(title)” \(what).", why: reasons, next: removal + next)
    }
    switch refusal {
    case .unknownItem: return unknown(item)
    case .notInThisMode:
      let urgent = assessment.redFlags.compactMap(pack.redFlag).filter {
        $0.urgency.rank >= RedFlag.Urgency.urgent.rank
      }
      return CommandError(
        .refused, "“\(title)” has no place in a plan while this is open.",
        why: urgent.map(\.demand),
        next: ["Refer first; plan again once it is settled."])
    case .blocked:
      return refused("is ruled out, and nobody may lower that", next: isInPlan ? [] : ["leave it out"])
    case .needsReason:
      return refused(
        "is ruled out",
        next: ["plumbline plan add PLAN \(item) --override-file FILE    with your reason, if you answer for it"])
    case .needsClinician:
      return refused(
        "needs the word of a clinician or pharmacist first",
        next: ["plumbline plan add PLAN \(item) --clinician NAME --date YYYY-MM-DD    once one has agreed"])
    }
  }

  func unknown(_ item: HomeCareItem.ID) -> CommandError {
    CommandError(
      .notFound, "there is no home-care item “\(item)”.",
      why: "Near: \(pack.itemsNear(item.rawValue).map { "\($0.id) (\($0.title))" }.joined(separator: ", "))",
      next: "plumbline content items    lists them all; with words, those that have them")
  }
}

extension Justification {
  fileprivate init(_ override: Plan.Override, answering answered: [String]?) {
    self.init(
      reason: override.reason, clinician: override.clinician, date: override.date, answers: answered.map(Set.init))
  }
}
