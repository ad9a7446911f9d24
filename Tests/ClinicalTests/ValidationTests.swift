import Clinical
import JSON
import Testing

struct ValidationTests {
  let pack: ContentPack
  let today: CalendarDate

  init() throws {
    pack = try TestData.pack.get()
    today = try #require(CalendarDate(iso: "2026-11-21"))
  }

  private func codes(_ answers: Answers, page: Int? = nil) -> [String] {
    pack.problems(in: answers, page: page, today: today).map { "\($0.question) \($0.code)" }
  }

  @Test func takesACompleteForm() throws {
    #expect(codes(try baselineAnswers()).isEmpty)
  }

  /// The three cases were written for content 1.0.0.
  @Test func missesNothingInAnOlderFormButWhatWasRequiredSince() throws {
    for person in try #require(try TestData.json("cases")["cases"]?.array) {
      for problem in pack.problems(in: try Answers(person["answers"] ?? [:]), today: today) {
        #expect(problem.code == Problem.Code.answerRequired.rawValue)
        #expect(pack.question(problem.question)?.requiredSince != nil, "\(problem.question)")
      }
    }
  }

  @Test func asksForEveryRequiredAnswerThatIsShown() {
    let missing = Set(pack.problems(in: Answers(), today: today).map(\.question))
    for question in pack.questions where question.required && question.showIf == nil && !question.staffOnly {
      #expect(missing.contains(question.id))
    }
    #expect(!missing.contains("pain.map"))
  }

  @Test func asksForAFollowUpOnlyWhileItsConditionHolds() throws {
    var answers = try baselineAnswers()
    answers["pregnancy.status"] = .text("pregnant")
    #expect(codes(answers).contains("pregnancy.weeks answer.required"))
    answers["pregnancy.status"] = .text("no")
    answers["pregnancy.weeks"] = .number(99)
    #expect(codes(answers).isEmpty)
  }

  @Test func looksAtOnePageAlone() throws {
    var answers = try baselineAnswers()
    answers["contact.full_name"] = nil
    answers["consent.signature"] = .text("   ")
    #expect(codes(answers, page: 1) == ["contact.full_name answer.required"])
    #expect(codes(answers, page: 9) == ["consent.signature signature.missing"])
  }

  @Test func keepsARefusalOfConsentAsAnAnswerAndSaysSoKindly() throws {
    var answers = try baselineAnswers()
    answers["consent.health_data"] = .consent(false)
    let problem = try #require(pack.problems(in: answers, today: today).first)
    #expect(problem.code == "consent.needed")
    #expect(problem.hint.contains("free to say no"))
    #expect(pack.assess(answers).answers["consent.health_data"] == .consent(false))
  }

  @Test func checksTheBodyChartRegionByRegion() throws {
    var answers = try baselineAnswers()
    answers["pain.present"] = .text("yes")
    func check(_ entries: [MarkedRegion]) -> [String] {
      answers["pain.map"] = .regions(entries)
      return pack.problems(in: answers, page: 3, today: today).map(\.code)
    }
    let good = MarkedRegion(region: "low_back_l", symptoms: ["pain"], nrs: 7)
    #expect(check([good]).isEmpty)
    #expect(check([good, good]) == ["region.twice"])
    #expect(check([MarkedRegion(region: "low_back_l", nrs: 7)]) == ["region.symptom_missing"])
    #expect(check([MarkedRegion(region: "low_back_l", symptoms: ["pain"], nrs: 11)]) == ["region.score"])
    #expect(check([MarkedRegion(region: "wing_l", symptoms: ["pain"])]) == ["region.unknown"])
    #expect(check([MarkedRegion(region: "low_back_l", symptoms: ["joy"])]) == ["region.symptom_unknown"])
    #expect(check([]) == ["answer.required"])
  }

  @Test func refusesAnAnswerOfAnotherShape() throws {
    var answers = try baselineAnswers()
    answers["contact.full_name"] = .number(7)
    #expect(codes(answers) == ["contact.full_name answer.shape"])
  }

  @Test func givesEveryPageAFixedPlaceAndTheSafetyCheckOneOfItsOwn() {
    let first = pack.pages.filter { pack.stage($0.stage)?.isDeeper == false }
    #expect(
      first.map(\.id.rawValue) == [
        "you", "why", "where", "feel", "signs", "signs_more", "health", "health_more", "agree", "guardian",
      ])
    #expect(pack.pages.map(\.number) == Array(1...pack.pages.count))
    let asked = pack.pages.flatMap(\.questions)
    #expect(Set(asked).count == asked.count)
    #expect(Set(asked) == Set(pack.questions.filter { !$0.staffOnly }.map(\.id)))
    func sections(_ page: Int) -> Set<String> {
      Set(pack.pages[page - 1].questions.compactMap { pack.question($0)?.section.rawValue })
    }
    #expect(pack.pages[2].questions == ["pain.map"])
    #expect(sections(5) == ["safety"])
    #expect(sections(10) == ["consent"])
  }

  @Test func showsNoQuestionThatDependsOnItsOwnPage() throws {
    var answers = try baselineAnswers()
    for page in pack.pages {
      let before = page.questions.filter(AnswerSheet(answers, for: pack).isShown)
      for id in page.questions { answers[id] = nil }
      #expect(page.questions.filter(AnswerSheet(answers, for: pack).isShown) == before)
      answers = try baselineAnswers()
    }
  }

  @Test func hidesNothingThatSafetyNeeds() {
    for question in pack.questions where ["safety", "health", "meds", "consent"].contains(question.section.rawValue) {
      #expect(!pack.mayBeHidden(question.id))
    }
    #expect(pack.mayBeHidden("diet.fish"))
    #expect(!pack.mayBeHidden("contact.full_name"))
  }
}
