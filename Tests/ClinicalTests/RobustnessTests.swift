import Clinical
import JSON
import PlanSamples
import Testing

/// Nothing that a file or a stored record holds may stop the program.
struct RobustnessTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  @Test func refusesOrAssessesACaseWithBrokenBytes() throws {
    var random = SplitMix(state: 99)
    let whole = try person("case.a").bytes
    let pieces = ["\"", "{", "]", "1e300", "-1", "null", "\\u0000", "[[", "true", "9999999999999999999"].map {
      Array($0.utf8)
    }
    var assessed = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...4, using: &random))
        bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
      }
      guard let file = try? CaseFile(decoding: bytes, for: pack) else { continue }
      assessed += 1
      #expect(!pack.assess(file.answers, file.evaluation).report.bytes.isEmpty)
    }
    #expect(assessed > 0)
  }

  /// Every question answered with every shape, as an old or damaged record might hold.
  @Test(arguments: [
    AnswerValue.text(""), .text("yes"), .number(1e300), .number(-1e300), .number(.nan), .number(.infinity),
    .choices(["none", "made_up"]), .consent(false), .regions([MarkedRegion(region: "low_back_l", nrs: .max)]),
    .regions([MarkedRegion(region: "nowhere", symptoms: ["joy"], nrs: .min)]), .rows([[:]]),
  ])
  func assessesAnswersOfAnyShape(_ value: AnswerValue) throws {
    let today = try #require(CalendarDate(iso: "2026-11-21"))
    var answers = Answers(["no.such.question": value])
    for question in pack.questions { answers[question.id] = value }
    let assessment = pack.assess(answers)
    #expect(!assessment.report.indentedText.isEmpty)
    #expect(!pack.explain(assessment).text.isEmpty)
    #expect(!pack.problems(in: answers, today: today).isEmpty)
  }

  @Test(arguments: [
    Finding.single(.number(1e300)), .single(.number(-7)), .single(.number(.nan)), .single(.word("positive")),
    .single(.words([])), .single(.words(["made_up"])), .sided(left: nil, right: nil),
    .sided(left: .number(3.5), right: .word("low")), .graded(99, side: "up"),
  ])
  func assessesFindingsOfAnyShape(_ finding: Finding) throws {
    var evaluation = Evaluation(findings: ["no.such.finding": finding])
    for definition in pack.findings { evaluation.findings[definition.id] = finding }
    let assessment = pack.assess(try baselineAnswers(), evaluation)
    #expect(!assessment.report.bytes.isEmpty)
    #expect(pack.explain("hc.walking", for: assessment) != nil)
    #expect(pack.compare(evaluation, Evaluation()).allSatisfy { $0.weight == .single })
  }
}
