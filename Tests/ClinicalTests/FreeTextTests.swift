import Clinical
import JSON
import Testing

/// What clients write in their own words, and what must be heard in it.
struct FreeTextTests {
  let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  private func flags(_ text: String) -> [RedFlag] {
    var answers = Answers()
    answers["visit.reason"] = .text(text)
    return pack.assess(answers).redFlags.compactMap(pack.redFlag)
  }

  @Test(arguments: [
    "I don’t want to be here anymore", "I think about killing myself", "some days I wish I was dead",
    "I'd be better off dead", "suicidal thoughts", "Everyone would be better off without me.",
    "sometimes I just want it to be over", "thoughts of ending it all", "I cut myself on purpose",
    "I can't go on like this", "It is fine. Then again I would rather not wake up; that is all",
  ])
  func hearsThatSomebodyDoesNotWantToLive(_ text: String) {
    #expect(flags(text).contains { $0.id == "rf.talk_first" && $0.urgency == .urgent })
  }

  @Test(arguments: [
    "my back is killing me", "I hurt myself lifting", "cut myself shaving", "want the pain to end",
    "no thoughts of suicide", "I fear the pain will never end", "deadlifts hurt", "my mother died last year",
  ])
  func doesNotHearItInOrdinaryWords(_ text: String) {
    #expect(!flags(text).contains { $0.id == "rf.talk_first" })
  }

  @Test(arguments: [
    "My husband hits me", "he pushed me down the stairs", "I'm afraid of my partner", "I don't feel safe at home",
    "she was beaten by her boyfriend", "he won't let me see friends",
  ])
  func hearsViolenceAndKeepsItOffThePagesOfTheClient(_ text: String) {
    #expect(flags(text).contains { $0.id == "rf.talk_first_alone" && $0.isPrivate })
  }

  @Test(arguments: [
    "hit by a car", "she hurt her back lifting", "he threw his back out", "the pain won't let me go to work",
    "violent spasm", "I fell down the stairs", "pain forces me to lie down", "my son sat on my back",
  ])
  func doesNotHearViolenceInOrdinaryWords(_ text: String) {
    #expect(!flags(text).contains { $0.id == "rf.talk_first_alone" })
  }

  /// Sentences of self-harm or violence, and ordinary ones with the same words.
  @Test func tellsDangerFromFiguresOfSpeech() throws {
    let sentences = try TestData.json("words")
    let heard = try #require(sentences["heard"]?.strings)
    let quiet = try #require(sentences["quiet"]?.strings)
    #expect(heard.count == 85 && quiet.count == 56)
    for text in heard { #expect(flags(text).contains { $0.id.rawValue.hasPrefix("rf.talk_first") }, "\(text)") }
    for text in quiet { #expect(!flags(text).contains { $0.id.rawValue.hasPrefix("rf.talk_first") }, "\(text)") }
  }

  @Test(arguments: [
    ("stopped baclofen 3 days ago", true), ("I ran out of my diazepam on Friday", true),
    ("quit taking the muscle relaxants", true), ("I stopped codeine two years ago", false),
    ("baclofen helps", false), ("I have not stopped baclofen", false), ("stopped smoking", false),
  ])
  func hearsThatAMedicineWasStopped(_ text: String, _ isHeard: Bool) {
    #expect(flags(text).contains { $0.id == "rf.withdrawal" } == isHeard)
  }

  @Test(arguments: [
    ("there is blood in my urine", true), ("my wee was red", true), ("my urine is very dark", true),
    ("no blood in my urine", false), ("blood pressure pills", false), ("I pee a lot", false),
  ])
  func hearsAChangeOfUrine(_ text: String, _ isHeard: Bool) {
    #expect(flags(text).contains { $0.id == "rf.urine" } == isHeard)
  }

  @Test func quotesTheSentenceAsItWasWritten() throws {
    var answers = Answers()
    answers["visit.reason"] = .text("Three years of this. I can’t go on like THIS, really! My neck hurts.")
    answers["session.notes"] = .text("Deep pressure please")
    let flag = try #require(pack.redFlag("rf.talk_first"))
    #expect(pack.quotes(for: flag, in: answers) == ["I can’t go on like THIS, really"])
  }

  @Test func hearsWhatIsNotedOnTheBodyChart() {
    var answers = Answers()
    answers["pain.present"] = .text("yes")
    answers["pain.map"] = .regions([
      MarkedRegion(region: "low_back_l", symptoms: ["pain"], nrs: 4, note: "I want to die")
    ])
    #expect(pack.assess(answers).redFlags.contains("rf.talk_first"))
  }

  @Test func hearsAndQuotesWhatIsNotedBesideAnUnknownRegion() throws {
    var answers = Answers()
    answers["pain.present"] = .text("yes")
    answers["pain.map"] = .regions([MarkedRegion(region: "wing_l", symptoms: ["pain"], note: "I want to die")])
    #expect(pack.assess(answers).redFlags.contains("rf.talk_first"))
    #expect(pack.quotes(for: try #require(pack.redFlag("rf.talk_first")), in: answers) == ["I want to die"])
  }

  @Test func hearsNothingInAHiddenAnswer() {
    var answers = Answers()
    answers["pain.present"] = .text("no")
    answers["pain.map"] = .regions([MarkedRegion(region: "low_back_l", symptoms: ["pain"], note: "I want to die")])
    #expect(!pack.assess(answers).redFlags.contains("rf.talk_first"))
  }

  @Test func hearsNothingInNames() {
    var answers = Answers()
    answers["contact.full_name"] = .text("Suicidal Tendencies")
    answers["contact.address"] = .text("End It All Lane")
    #expect(pack.assess(answers).redFlags.isEmpty)
  }

  @Test func asksInPersonWhatWasNotSaid() {
    var answers = Answers()
    answers["stress.low_mood"] = .text("not_said")
    let assessment = pack.assess(answers)
    #expect(pack.talkingPoints(for: assessment).map(\.id) == ["ask.mood"])
    #expect(assessment.redFlags.isEmpty)
  }
}
