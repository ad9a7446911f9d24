import Clinical
import Records

extension Reasoning {
  /// Checks an item that is to be in the plan, as the therapist justifies it.
  ///
  /// - Throws: exit 5 with every reason when the pack's rules refuse it, exit 3 when there is no such item.
  func admit(_ item: HomeCareItem.ID, override: Plan.Override?) throws -> Plan.Item {
    if case .refused(let refusal) = pack.admit(item, for: assessment, with: override.map(Justification.init)) {
      throw error(refusal, item)
    }
    guard let offer = offer(item) else { throw error(.unknownItem, item) }
    return Plan.Item(
      item: item, sources: offer.sources, effect: offer.effect, reasons: offer.reasons,
      override: offer.effect == .block || offer.effect == .askFirst ? override : nil)
  }

  private func error(_ refusal: Admission.Refusal, _ item: HomeCareItem.ID) -> CommandError {
    let title = pack.item(item)?.title ?? item.rawValue
    let reasons = (offer(item)?.reasons ?? []).map { "\(words(for: $0, of: item))  (\($0))" }
    func refused(_ what: String, next: String) -> CommandError {
      CommandError(.refused, "“\(title)” \(what).", why: reasons, next: [next])
    }
    switch refusal {
    case .unknownItem: return unknown(item)
    case .notInThisMode:
      let urgent = assessment.redFlags.compactMap(pack.redFlag).filter {
        $0.urgency.rank >= RedFlag.Urgency.urgent.rank
      }
      return CommandError(
        .refused, "“\(title)” has no place in a plan while this is open.",
        why: urgent.map { "\($0.urgency.demand)  \($0.title): \($0.therapistAction)" },
        next: ["Refer first; plan again once it is settled."])
    case .blocked:
      return refused("is ruled out, and nobody may lower that", next: "leave it out")
    case .needsReason:
      return refused("is ruled out", next: "add --override-file FILE with your reason, if you answer for it")
    case .needsClinician:
      return refused(
        "needs the word of a clinician or pharmacist first",
        next: "add --clinician NAME --date YYYY-MM-DD once one has agreed")
    }
  }

  func unknown(_ item: HomeCareItem.ID) -> CommandError {
    let near = pack.items.map { ($0.id.rawValue, $0.id.rawValue.editDistance(to: item.rawValue)) }
      .sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
    return CommandError(
      .notFound, "there is no home-care item “\(item)”.", why: "Near: \(near.joined(separator: ", "))",
      next: "plumbline plan show PLAN    lists what is in it")
  }
}

extension Justification {
  fileprivate init(_ override: Plan.Override) {
    self.init(reason: override.reason, clinician: override.clinician, date: override.date)
  }
}
