import Clinical
import Foundation
import Handout
import Testing

@Suite struct RecordTests {
  private func intake() throws -> IntakeSource {
    let plan = try TestPlans.ofCase(0)
    return IntakeSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", submittedOn: plan.issuedOn, state: "accepted",
      massage: .modify, flags: plan.assessment.redFlags.map { .init(id: $0, handled: nil) },
      answers: plan.assessment.answers)
  }

  private func evaluation() throws -> EvaluationSource {
    let plan = try TestPlans.ofCase(0)
    var before = plan.evaluation
    before.findings["pf.fhp_cva"] = .sided(left: .number(38), right: .number(39))
    return EvaluationSource(
      practiceName: "Stillwater Massage", clientName: "Marta Lind", therapistName: "Mira Holm",
      taking: .init(day: plan.issuedOn, evaluation: plan.evaluation),
      earlier: [.init(day: try TestPlans.day("2026-10-01"), evaluation: before)], assessment: plan.assessment)
  }

  @Test func everyAnswerOfAnIntakeIsPrinted() throws {
    let source = try intake()
    let text = Handout(source, content: try TestPlans.pack.get()).text(width: 0)
    for question in try TestPlans.pack.get().questions where source.answers[question.id] != nil {
      #expect(text.contains(question.text.split(separator: " ").joined(separator: " ")), "\(question.id)")
    }
    #expect(text.contains("Back spasms that keep coming back; my father has them too. Will this ever end?"))
  }

  @Test func everyFindingOfAnEvaluationIsPrinted() throws {
    let source = try evaluation()
    let pack = try TestPlans.pack.get()
    let text = Handout(source, content: pack).text(width: 0)
    for id in source.assessment.evaluation.findings.keys { #expect(text.contains(pack.finding(id)?.name ?? "?")) }
    #expect(text.contains("Changed since 1 October 2026"))
    #expect(text.contains("Over time"))
  }

  @Test func thePaperFormAsksEveryQuestionOfTheWebForm() throws {
    let pack = try TestPlans.pack.get()
    let text = Handout(formOf: pack, practiceName: "Stillwater Massage").text(width: 0)
    for question in pack.questions where !question.staffOnly && !question.retired {
      #expect(text.contains(question.text.split(separator: " ").joined(separator: " ")), "\(question.id)")
    }
  }

  @Test func recordsCarryTheSameWordsOnPaper() async throws {
    let pack = try TestPlans.pack.get()
    for document in [
      Handout(try intake(), content: pack), Handout(try evaluation(), content: pack),
      Handout(formOf: pack, practiceName: "Stillwater Massage"),
    ] {
      let difference = try await document.inequality()
      #expect(difference == nil)
    }
  }
}
