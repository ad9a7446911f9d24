import Clinical
import JSON
import Testing

/// Safety questions without an answer, named beside the flags of an intake.
struct UnansweredSafetyTests {
  private func unanswered(_ pack: ContentPack, _ answers: Answers) -> [Question.ID] {
    pack.unansweredSafety(in: answers).map(\.id)
  }

  @Test func namesAQuestionThatAFlagReads() throws {
    let pack = try TestData.pack.get()
    var answers = try baselineAnswers()
    #expect(unanswered(pack, answers).isEmpty)
    answers["safety.leg_clot"] = nil
    #expect(unanswered(pack, answers) == ["safety.leg_clot"])
  }

  @Test func namesAQuestionThatAFlagReadsThroughADerivedValue() throws {
    var files = try TestData.packFiles()
    files["questions"] = try JSON(parsing: files["questions"] ?? [])
      .setting("required", of: "pain.first_year", in: "questions", to: .bool(true)).bytes
    let pack = try ContentPack(files: files)
    var answers = try baselineAnswers()
    answers["pain.present"] = .text("yes")
    #expect(unanswered(pack, answers).contains("pain.first_year"))
    answers["pain.first_year"] = .number(2020)
    #expect(!unanswered(pack, answers).contains("pain.first_year"))
  }
}
