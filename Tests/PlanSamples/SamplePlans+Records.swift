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
    return EvaluationSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", therapistName: "Mira Holm",
      taking: .init(day: plan.issuedOn, evaluation: plan.evaluation),
      earlier: [.init(day: try day("2026-10-01"), evaluation: before)], assessment: plan.assessment)
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
