import Clinical
import Testing

/// What an item leads to is checked by the same rules as the item.
struct ProgressionTests {
  let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  @Test(arguments: [
    ("hc.low_back_knees", "surgery.implants", "joint"), ("hc.ice_cycle", "health.conditions", "lymphedema"),
    ("hc.glute_bridge", "surgery.implants", "spine_fusion"), ("hc.tennis_ball_wall", "meds.classes", "steroid"),
  ])
  func isNotToldWhereItIsContraindicated(item: String, question: String, choice: String) throws {
    let id = HomeCareItem.ID(rawValue: item)
    var answers = try baselineAnswers()
    #expect(try #require(pack.check(id, for: pack.assess(answers))).mayGoOn)
    answers[Question.ID(rawValue: question)] = .choices([.init(rawValue: choice)])
    #expect(try !#require(pack.check(id, for: pack.assess(answers))).mayGoOn)
  }

  @Test func asksBeforeABallForSomebodyOnABloodThinner() throws {
    var answers = try baselineAnswers()
    answers["meds.classes"] = .choices(["anticoagulant"])
    for item in ["hc.ball_glute", "hc.tennis_ball_wall"] as [HomeCareItem.ID] {
      let offer = try #require(pack.check(item, for: pack.assess(answers)))
      #expect(offer.effect == .askFirst)
      #expect(!offer.mayGoOn)
    }
  }
}
