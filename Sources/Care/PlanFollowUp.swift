import Clinical
import Records

/// The next version of a plan follows what the client told of this one: who gets worse goes back a step and is to see a
/// physician, who is better goes on to the next step, and who does little of it keeps fewer things. It is a draft, which the
/// therapist changes as they see fit.
extension CheckIns {
  /// Returns what the check-ins of a plan ask for by now: the last one, and the last fuller one unless it got worse since.
  func advice(on plan: Plan) async throws -> [FollowUpAdvice] {
    let told = try await desk.checkIns(of: plan.client).filter { $0.plan == plan.id && $0.kind != .worry }
      .sorted { $0.submittedAt < $1.submittedAt }
    guard let last = told.last else { return [] }
    let advice = try await news(of: last).advice
    guard let full = told.last(where: { $0.kind == .full }), full.id != last.id, !advice.contains(where: \.isWorse)
    else {
      return advice
    }
    return advice + (try await news(of: full).advice.filter(\.isGood))
  }
}

extension FollowUpAdvice {
  fileprivate var isWorse: Bool { if case .worse = self { true } else { false } }
  fileprivate var isGood: Bool { if case .good = self { true } else { false } }
}

extension Reasoning {
  private static let physician: HomeCareItem.ID = "hc.ref_physician"

  /// Changes a revision as the check-ins ask.
  ///
  /// - Parameter before: the plan that the revised one took the place of.
  func follow(_ advice: [FollowUpAdvice], in revision: inout PlanRevision, of plan: Plan, after before: Plan?) {
    for one in advice {
      switch one {
      case .worse: goBack(to: before, in: &revision, without: plan.pausedItems)
      case .seePhysician: refer(in: &revision)
      case .good(let keep): goOn(keeping: keep, in: &revision)
      case .lowAdherence(_, let keep): postpone(allBut: keep, in: &revision)
      case .worry, .stopSign, .hurts, .newMedicine, .noGain: break
      }
    }
    revision.items = pack.closingUpPhases(of: revision.items)
    revision.moved = revision.items.filter { item in
      pack.item(item.item)?.isThingToDo == true
        && plan.items.contains { $0.item == item.item && $0.phase != item.phase }
    }
  }

  private func things(_ phase: Int, of revision: PlanRevision) -> [HomeCareItem.ID] {
    revision.items.filter { $0.phase == phase && pack.item($0.item)?.isThingToDo == true }.map(\.item)
  }

  private func refer(in revision: inout PlanRevision) {
    guard !revision.items.contains(where: { $0.item == Self.physician }),
      var item = try? admit(Self.physician, override: nil)
    else { return }
    item.sources.append(PlanItem.askedForByCheckIns)
    revision.items.append(item)
    revision.new.append(item)
  }

  /// Takes back what was brought forward since the step before, and what was left out for it.
  private func goBack(to before: Plan?, in revision: inout PlanRevision, without hurting: Set<HomeCareItem.ID>) {
    guard let before else { return }
    for index in revision.items.indices {
      guard let old = before.items.first(where: { $0.item == revision.items[index].item }) else { continue }
      revision.items[index].phase = max(old.phase, revision.items[index].phase)
    }
    for old in before.items where old.phase == 1 && !hurting.contains(old.item) {
      guard pack.item(old.item)?.isThingToDo == true, !revision.items.contains(where: { $0.item == old.item }),
        let item = try? renewing(old)
      else { continue }
      revision.items.append(item)
      revision.new.append(item)
    }
  }

  /// Begins the next step, and leaves out as many of the things before.
  private func goOn(keeping count: Int, in revision: inout PlanRevision) {
    let next = things(2, of: revision)
    if next.isEmpty { return }
    let over = things(1, of: revision).dropFirst(max(0, count - next.count))
    revision.items.removeAll { over.contains($0.item) }
    for item in over { revision.gone.append((item, CareRefusal.planItem(.stepIsOver(item)))) }
    for index in revision.items.indices where revision.items[index].phase > 1 { revision.items[index].phase -= 1 }
  }

  /// Lets all but so many of the things to do now wait for the next step.
  private func postpone(allBut count: Int, in revision: inout PlanRevision) {
    let waiting = things(1, of: revision).dropFirst(count)
    for index in revision.items.indices where waiting.contains(revision.items[index].item) {
      revision.items[index].phase = 2
    }
  }
}
