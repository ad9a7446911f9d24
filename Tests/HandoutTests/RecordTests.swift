import Clinical
import Foundation
import PlanSamples
import Testing

@testable import Handout

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

  /// A4 has margins of 54 points, and the figure is 120 wide.
  @Test(arguments: [2, 9]) func noWordOfAMeasureLiesOnTheFigureBesideIt(count: Int) async throws {
    var document = Handout(try SamplePlans.evaluation(), content: try SamplePlans.pack.get())
    let words = "along the plumb line, in full lines, or dashed, and on the line, and on in full lines"
    let measures = (1...count).map { Handout.Fact(label: "Drawn \($0)", value: words) }
    document.blocks = [
      .posture(.init(title: "Seen", lines: [[.init(x: 0, y: 0), .init(x: 0, y: 9)]], earlier: [], measures: measures))
    ]
    let file = try PrintedFile(document.pdf())
    defer { file.remove() }
    let boxes = try await file.output(of: "pdftotext", ["-bbox"], then: ["-"])
    let edges = boxes.matches(of: /xMax="([0-9.]+)"[^>]*>(along|plumb|line,|lines,|full|dashed,)</)
      .compactMap { Double($0.1) }
    #expect(edges.count >= 6 * count && edges.allSatisfy { $0 < 595 - 54 - 120 }, "\(edges.max() ?? 0)")
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
