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
