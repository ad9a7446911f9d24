import Clinical
import Foundation
import Handout
import PlanSamples
import Testing

@Suite struct RecordTests {
  @Test func everyAnswerOfAnIntakeIsPrinted() throws {
    let source = try SamplePlans.intake()
    let text = Handout(source, content: try SamplePlans.pack.get()).text(width: 0)
    for question in try SamplePlans.pack.get().questions where source.answers[question.id] != nil {
      #expect(text.contains(question.text.split(separator: " ").joined(separator: " ")), "\(question.id)")
    }
    #expect(text.contains("Back spasms that keep coming back; my father has them too. Will this ever end?"))
  }

  @Test func everyFindingOfAnEvaluationIsPrinted() throws {
    let source = try SamplePlans.evaluation()
    let pack = try SamplePlans.pack.get()
    let text = Handout(source, content: pack).text(width: 0)
    for id in source.assessment.evaluation.findings.keys { #expect(text.contains(pack.finding(id)?.name ?? "?")) }
    #expect(text.contains("Compared with 1 October 2026"))
    #expect(text.contains("Over time"))
    #expect(text.contains("Measured on photos") && text.contains("Right lateral view"))
    #expect(text.contains("Head pokes forward, right: 52.4 deg"))
    #expect(text.contains("1 October 2026 in dashed ones"))
  }

  @Test func aVisitSaysWhoAndWhenAndWhatWasAddedAfterItWasSigned() throws {
    let source = try SamplePlans.visit()
    let text = Handout(source).text(width: 0)
    for part in VisitNote.Part.allCases { #expect(text.contains(part.heading), "\(part)") }
    for words in [
      "Marta Lind", "29 February 1984", "16 November 2026", "60 minutes", "by Mira Holm on 17 November 2026",
      "Jonas Wahl, 18 November 2026", "The left side was treated too.",
    ] { #expect(text.contains(words), "\(words)") }
    var draft = source
    draft.signed = nil
    #expect(Handout(draft).text(width: 0).contains("this is a draft"))
  }

  @Test func thePaperFormAsksEveryQuestionOfTheWebForm() throws {
    let pack = try SamplePlans.pack.get()
    let text = Handout(formOf: pack, practiceName: "Stillwater Massage").text(width: 0)
    for question in pack.questions where !question.staffOnly && !question.retired {
      #expect(text.contains(question.text.split(separator: " ").joined(separator: " ")), "\(question.id)")
    }
  }

  @Test func recordsCarryTheSameWordsOnPaper() async throws {
    let pack = try SamplePlans.pack.get()
    for document in [
      Handout(try SamplePlans.intake(), content: pack), Handout(try SamplePlans.evaluation(), content: pack),
      Handout(try SamplePlans.visit()), Handout(formOf: pack, practiceName: "Stillwater Massage"),
    ] {
      let difference = try await document.inequality()
      #expect(difference == nil)
    }
  }
}
