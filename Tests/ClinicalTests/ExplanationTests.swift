import Clinical
import PlanSamples
import Testing

struct ExplanationTests {
  let pack: ContentPack
  let deskWorker: Assessment

  init() throws {
    pack = try TestData.pack.get()
    deskWorker = try pack.assess(person("case.a"))
  }

  private func text(_ item: HomeCareItem.ID) -> String {
    pack.explain(item, for: deskWorker)?.text ?? ""
  }

  @Test func namesTheAnswersBehindAnItemThatIsOffered() {
    #expect(
      text("hc.mouse_hold") == """
        Hold the mouse with ease (hc.mouse_hold): offered
        Hypothesis, likely: Mouse side, raised or reaching shoulder (score 5; likely from 4, possible from 2)
          +1 3 hours or more with a mouse
            “Hours with a mouse or touchpad”: 6 h/day (at least 3)
          +2 reaches or hikes the shoulder
            “Do you notice any of these while working?”: Arm reaches forward to the mouse
          +1 pain on the mouse side
            “Mouse hand”: Right
            body chart: right top of shoulder: knot, 4 of 10
          +1 shoulder stands high
            Shoulder height difference: -12 mm, mild (at least mild)
          How sure we are: Some studies. Reasonable; the studies are few and small.
        How sure we are: Some studies. Official advice for offices; little studied.
          OSHA computer workstation guidance: screen top at or just under eye level, 20-40 in away, elbows near body, \
        wrists straight, mouse by the keyboard, feet supported
        """)
  }

  @Test func namesWhatBlocksAnItemAndWhetherThatCanBeOverridden() {
    let lines = text("hc.wintergreen_rub").split(separator: "\n").map(String.init)
    #expect(lines.contains("Contraindicated: It can make blood thinners stronger and cause bleeding. (c.wg.thinner)"))
    #expect(lines.contains { $0.contains("Blood thinner (warfarin") })
    #expect(lines.contains("It would be free if none of these limited it any more:"))
    #expect(lines.last == "Nobody may override this.")
  }

  @Test func saysWhatWouldOfferAnItemThatIsNot() {
    let text = text("hc.cold_neck")
    #expect(text.contains("would ask for it at score 2; it has 0"))
    #expect(text.contains("“Numbness or tingling in an arm or hand?”: No, not Left, Right or Both"))
  }

  @Test func outlinesItemsWithTheWeightiestReasons() {
    let lines = pack.outline(["hc.mouse_hold", "hc.wintergreen_rub"], for: deskWorker).lines
    #expect(lines[0].text == "1. Hold the mouse with ease (hc.mouse_hold): offered")
    #expect(
      lines[1].text == "Mouse side, raised or reaching shoulder (likely) ← reaches or hikes the shoulder; "
        + "3 hours or more with a mouse; pain on the mouse side; 1 more")
    #expect(lines[2].text == "How sure we are: Some studies. Official advice for offices; little studied.")
    #expect(lines[3].text.hasPrefix("2. "))
    #expect(lines.contains { $0.role == .limit && $0.text.contains("(c.wg.thinner)") })
  }

  @Test func saysThatAnEmergencyLeavesNoRoom() throws {
    let emergency = try pack.assess(person("case.c"))
    let text = pack.explain("hc.walking", for: emergency)?.text ?? ""
    #expect(text.contains("In an emergency nothing but the referral is offered."))
    #expect(pack.explain(emergency).lines.first?.text == "Plan: emergency. Massage: stop.")
    #expect(pack.explain(emergency).text.contains("Red flag, emergency: Possible cauda equina syndrome"))
  }

  @Test func explainsEveryItemForEveryone() throws {
    var generator = CaseGenerator(pack: pack, seed: 3)
    for _ in 0..<20 {
      let assessment = try pack.assess(generator.next())
      for item in pack.items {
        let explanation = try #require(pack.explain(item.id, for: assessment))
        let offer = try #require(pack.check(item.id, for: assessment))
        #expect(explanation.lines.first?.role == .verdict)
        #expect(explanation.lines.count { $0.role == .limit && $0.depth == 0 } >= offer.reasons.count)
        #expect(explanation.lines.contains { $0.role == .because } || offer.sources.isEmpty)
        #expect(explanation.lines.contains { $0.role == .change } || offer.effect == nil)
        #expect(explanation.lines.allSatisfy { !$0.text.isEmpty })
      }
    }
  }

  @Test func listsTheLikeliestCauseFirst() throws {
    var generator = CaseGenerator(pack: pack, seed: 5)
    var mixed = 0
    for _ in 0..<40 {
      let assessment = try pack.assess(generator.next())
      let told = pack.explain(assessment).lines.compactMap { line in
        line.text.firstMatch(of: /^Hypothesis, .*\(score (\d+);/).flatMap { Int($0.1) }
      }
      #expect(told == assessment.hypotheses.map(\.score).sorted(by: >))
      if told != assessment.hypotheses.map(\.score) { mixed += 1 }
    }
    #expect(mixed > 0, "the pack has them in another order")
  }

  @Test func knowsNothingOfAnItemThatIsNotInThePack() {
    #expect(pack.explain("hc.leeches", for: deskWorker) == nil)
  }
}
