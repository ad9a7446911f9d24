import JSON

extension Assessment {
  /// The whole assessment as JSON: derived values, red flags, patterns, severities, hypotheses and plan. The members have
  /// a fixed order, so that two runs can be compared as text.
  package var report: JSON {
    [
      "derived": .object(
        DerivedValue.allCases.compactMap { value in derived[value].map { .init(value.rawValue, $0) } }),
      "redflags": .array(ids: redFlags.map(\.rawValue).sortedByBytes()),
      "patterns": .array(ids: patterns.map(\.rawValue).sortedByBytes()),
      "severity": .object(
        severities.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.map(JSON.integer) ?? .null) }),
      "hypotheses": .object(hypotheses.map { .init($0.id.rawValue, $0.report) }),
      "plan": plan.report,
    ]
  }
}

extension Assessment.RaisedHypothesis {
  fileprivate var report: JSON {
    ["score": .integer(score), "level": .string(level.rawValue), "reasons": .array(ids: reasons.map(\.rawValue))]
  }
}

extension PlanDraft {
  fileprivate var report: JSON {
    [
      "mode": .string(mode.rawValue),
      "massage": .string(massage.rawValue),
      "uses_alerts": .array(
        usesAlerts.map { alert in
          [
            "item": .string(alert.item.rawValue), "effect": alert.effect.map { .string($0.rawValue) } ?? .null,
            "reasons": .array(ids: alert.reasons),
          ]
        }),
      "draft": .array(ids: draft.map(\.rawValue).sortedByBytes()),
      "phases": .array(
        phasedItems.enumerated().map { phase, items in
          [
            "phase": .integer(phase + 1), "items": .array(ids: items.map(\.rawValue)),
          ]
        }),
      "suggested": items(with: nil),
      "caution": items(with: .caution),
      "ask_first": items(with: .askFirst),
      "blocked": items(with: .block),
      "reasons": .object(
        offers.filter { !$0.reasons.isEmpty }.map { .init($0.item.rawValue, .array(ids: $0.reasons)) }),
      "progression_withheld": .array(
        ids: offers.filter { !$0.mayGoOn && $0.effect ?? .caution == .caution }.map(\.item.rawValue).sortedByBytes()),
    ]
  }

  private func items(with effect: HomeCareItem.Effect?) -> JSON {
    .array(ids: offers.filter { $0.effect == effect }.map(\.item.rawValue).sortedByBytes())
  }
}

extension JSON {
  fileprivate static func array(ids: [String]) -> JSON { .array(ids.map(JSON.string)) }
}

extension [String] {
  fileprivate func sortedByBytes() -> [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
