import Clinical
import Records

extension Reasoning {
  /// The items of a plan, each checked once more against what is known today.
  ///
  /// Flags that the findings raise beyond the intake's were shown when the evaluation was signed. Signing answers for a
  /// caution or a referral; an urgent one or an emergency must be looked at by name, which puts it with the intake.
  /// - Throws: exit 5 with everything that stands in the way.
  func checkedForIssue(_ plan: Plan) throws -> [Plan.Item] {
    try refuseOpenFlags()
    guard !plan.items.isEmpty else {
      throw CommandError(
        .refused, "plan \(plan.shortID) is empty.", next: "plumbline plan add \(plan.shortID) ITEM")
    }
    return try plan.items.map { item in
      var checked = try admit(item.item, override: item.override, answering: item.reasons)
      if !item.sources.isEmpty { checked.sources = item.sources }
      checked.note = item.note
      return checked
    }
  }

  private func refuseOpenFlags() throws {
    let open = intake.flags.filter { $0.acknowledgedAt == nil }.compactMap { pack.redFlag($0.flag) }
    let found = intake.others(of: assessment.redFlags, pack).filter { $0.urgency.rank >= RedFlag.Urgency.urgent.rank }
    let unseen = open + found
    guard let first = unseen.first else { return }
    throw CommandError(
      .refused, "\(unseen.count) red flag\(unseen.count == 1 ? " is" : "s are") not looked at.",
      why: unseen.map(\.demand),
      next: ["plumbline intake flag \(intake.shortID) --ack \(first.id) --action refer|adapt|proceed --note-file F"])
  }
}
