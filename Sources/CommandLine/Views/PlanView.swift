import Care
import Clinical
import Foundation
import JSON
import Records

extension Plan {
  /// Returns the members with which the JSON of every plan begins.
  func header(_ reasoning: Reasoning) -> JSON {
    [
      "id": .string(id.description), "short_id": .string(shortID), "client": .string(client.description),
      "client_name": .string(clientName), "state": .string(state.rawValue), "intake": .string(intake.description),
      "evaluation": JSON(evaluation?.description), "content_version": .string(contentVersion),
      "created_at": JSON(createdAt),
      "issued_at": JSON(issuedAt), "next_visit": JSON(nextVisit), "message": JSON(message),
      "mode": .string(reasoning.assessment.plan.mode.rawValue),
      "massage": .string(reasoning.assessment.plan.massage.rawValue),
      "redflags": JSON(reasoning.assessment.redFlags.map(\.rawValue)),
      "hypotheses": reasoning.assessment.report["hypotheses"] ?? .null,
    ]
  }

  /// Returns the plan with the items that are in it, without those that were only considered.
  func json(_ reasoning: Reasoning) -> JSON {
    header(reasoning).adding([
      "items": .array(items.map { reasoning.json($0) }),
      "draft": JSON(items.filter { $0.phase == 1 }.map(\.item.rawValue)), "phases": reasoning.phasesJSON(of: items),
      "minutes_a_day": .integer(reasoning.pack.load(of: items).minutesADay),
      "uses_alerts": .array(reasoning.assessment.plan.usesAlerts.map { reasoning.json($0, inPlan: contains($0.item)) }),
    ])
  }

  /// The most causes in a report; `--json` and `plan explain` list all of them.
  private static let mostCauses = 8

  func report(_ reasoning: Reasoning) -> Report {
    var report = Report()
    report.title(StyledText(clientName, .bold), StyledText(shortID, .cyan), state.styled)
    let assessed = reasoning.assessment.plan
    report.fact(
      "Massage", assessed.massage.inShort(isFlagged: !reasoning.assessment.redFlags.isEmpty),
      assessed.massage == .ok ? .plain : .red)
    report.fact("Home care", assessed.mode.inShort, assessed.mode == .normal ? .plain : .red)
    report.fact("Next visit", nextVisit.map(Moment.day))
    let likely = reasoning.assessment.hypotheses.filter { $0.level != .none }
    if !likely.isEmpty {
      report.heading("Possible causes")
      for hypothesis in likely.sorted(by: { $0.score > $1.score }).prefix(Self.mostCauses) {
        report.paragraph(
          "\(reasoning.pack.hypothesis(hypothesis.id)?.title ?? hypothesis.id.rawValue) (\(hypothesis.level.rawValue))",
          marker: "·")
      }
      if likely.count > Self.mostCauses { report.paragraph("and \(likely.count - Self.mostCauses) more", .dim) }
    }
    for phase in reasoning.phases(of: items) {
      report.heading(reasoning.heading(of: phase, among: items))
      for (index, item) in items.enumerated() where item.phase == phase {
        report.item(item, number: index + 1, reasoning)
      }
    }
    return report
  }
}

extension PlanDraft.Mode {
  fileprivate var inShort: String {
    switch self {
    case .normal: "the items below"
    case .hold: "only what is safe while an urgent flag is open"
    case .emergency: "nothing but the referral"
    }
  }
}

extension Plan.State {
  var styled: StyledText {
    switch self {
    case .draft: "○ draft"
    case .issued: StyledText("✓ issued", .green)
    case .revised: "○ revised"
    case .paused: StyledText("! paused", .yellow)
    case .closed: "○ closed"
    }
  }
}

extension Report {
  fileprivate mutating func item(_ item: PlanItem, number: Int, _ reasoning: Reasoning) {
    let definition = reasoning.pack.item(item.item)
    paragraph(definition?.title ?? item.item.rawValue, .bold, marker: StyledText("\(number)."))
    paragraph(item.item.rawValue, .dim, indent: 3)
    let because = item.sources.map { reasoning.words(forSource: $0) }.joined(separator: "; ")
    if !because.isEmpty { paragraph(because, marker: "because", indent: 3) }
    dose(item, reasoning.pack)
    for reason in item.reasons {
      paragraph(reasoning.words(for: reason, of: item.item), .yellow, marker: StyledText("!", .yellow), indent: 3)
    }
    if let override = item.override {
      paragraph(override.sentence, marker: StyledText("✓", .green), indent: 3)
    }
  }
}

extension Reasoning {
  /// Returns the JSON of an item that was considered.
  func json(_ offer: PlanDraft.Offer, inPlan: Bool) -> JSON {
    [
      "id": .string(offer.item.rawValue), "item": .string(offer.item.rawValue),
      "title": JSON(pack.item(offer.item)?.title), "effect": JSON(offer.effect?.rawValue),
      "reasons": JSON(offer.reasons), "sources": JSON(offer.sources), "in_plan": .bool(inPlan),
    ]
  }

  /// Returns the JSON of an item of the plan, with what limits it today.
  func json(_ item: PlanItem) -> JSON {
    let offer = offer(item.item)
    return [
      "id": .string(item.item.rawValue), "item": .string(item.item.rawValue),
      "title": JSON(pack.item(item.item)?.title), "phase": .integer(item.phase),
      "effect": JSON((offer?.effect ?? item.effect)?.rawValue),
      "reasons": JSON(offer?.reasons ?? item.reasons), "sources": JSON(item.sources), "in_plan": true,
      "override": item.override.map { override in
        ["reason": .string(override.reason), "clinician": JSON(override.clinician), "date": JSON(override.date)]
      } ?? .null,
      "dose": item.dose?.json ?? .null, "note": JSON(item.note),
    ]
  }
}
