import Clinical
import Handout

extension SamplePlans {
  /// The intake of the first case.
  package static func intake() throws -> IntakeSource {
    let plan = try ofCase(0)
    return IntakeSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", submittedOn: plan.issuedOn, state: "accepted",
      massage: .modify, flags: plan.assessment.redFlags.map { .init(id: $0, handled: nil) },
      answers: plan.assessment.answers)
  }

  /// The evaluation of the first case, with one before it.
  package static func evaluation() throws -> EvaluationSource {
    let plan = try ofCase(0)
    var before = plan.evaluation
    before.findings["pf.fhp_cva"] = .sided(left: .number(38), right: .number(39))
    before.photos = [photo(headForward: 12)]
    var now = plan.evaluation
    now.photos = [photo(headForward: 0)]
    return EvaluationSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", therapistName: "Mira Holm",
      taking: .init(day: plan.issuedOn, evaluation: now),
      earlier: [.init(day: try day("2026-10-01"), evaluation: before)], assessment: plan.assessment)
  }

  /// A body from the right side, at 0.6 pixels for a millimetre.
  private static func photo(headForward: Double) -> TappedPhoto {
    TappedPhoto(
      view: "lateral_r", width: 900, height: 1_200, scaleLength: 500,
      points: [
        "lm.plumb_top": .init(x: 440, y: 40), "lm.plumb_bottom": .init(x: 440, y: 1_160),
        "lm.scale_a": .init(x: 700, y: 500), "lm.scale_b": .init(x: 700, y: 800),
        "lm.canthus": .init(x: 510 + headForward, y: 112), "lm.tragus": .init(x: 470 + headForward, y: 120),
        "lm.c7": .init(x: 416, y: 190), "lm.acromion": .init(x: 446, y: 240), "lm.psis": .init(x: 392, y: 556),
        "lm.asis": .init(x: 470, y: 572), "lm.trochanter": .init(x: 432, y: 620),
        "lm.knee_axis": .init(x: 428, y: 872), "lm.malleolus": .init(x: 420, y: 1_110),
      ])
  }
}

extension SamplePlans {
  /// A signed visit with something added to it.
  package static func visit() throws -> VisitSource {
    var draft = VisitDraft(heldOn: try day("2026-11-16"), minutes: 60)
    draft.note[.said] = "Slept better.\nThe right shoulder is stiff in the morning; “like a board”."
    draft.note[.found] = "Upper trapezius tense on the right, 45° of turning to the right."
    draft.note[.done] = "Neck and shoulders on both sides, 40 minutes; feet, 10 minutes."
    draft.note[.response] = "Turned the head farther, without pain."
    draft.note[.next] = "Again in two weeks."
    return VisitSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", birthDate: try day("1984-02-29"),
      therapistName: "Mira Holm", visit: draft, signed: (by: "Mira Holm", on: try day("2026-11-17")),
      amendments: [.init(words: "The left side was treated too.", author: "Jonas Wahl", day: try day("2026-11-18"))])
  }
}
