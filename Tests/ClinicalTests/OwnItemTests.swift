import Clinical
import JSON
import PlanSamples
import Testing

/// A practice's own items: limited as the library is, drafted for their causes, and kept whatever becomes of the content.
struct OwnItemTests {
  private let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  private func item(
    loads: [String] = [], causes: [Hypothesis.ID] = [], isRetired: Bool = false
  ) -> OwnItem {
    OwnItem(
      id: "own.towel_pull", title: "Towel pull", category: "strengthen", regions: ["g_low_back"], loads: loads,
      steps: ["Pull slowly."], stopIf: ["Your fingers tingle"], dose: [.repeats: 5, .timesADay: 1, .daysAWeek: 7],
      causes: causes, isRetired: isRetired)
  }

  @Test func isLimitedByEveryRuleOfItsKindsOfLoad() throws {
    let rules = try #require(pack.ownItems)
    let people = try Probe.all().map(\.caseFile)
    var limited = 0
    for load in rules.loads {
      let extended = pack.adding([item(loads: [load.id])])
      for person in people {
        let file = try CaseFile(decoding: person.bytes, for: extended)
        let assessment = extended.assess(file.answers, file.evaluation)
        let offer = try #require(extended.check("own.towel_pull", for: assessment))
        // Whether a rule applies is asked of an item of the library that has it, too.
        let applying = load.contraindications.filter { rule in
          let carrier = pack.items.first { $0.contraindications.contains { $0.id == rule.id } }
          return carrier.flatMap { pack.check($0.id, for: assessment) }?.reasons.contains(rule.id.rawValue) == true
        }
        let flags = assessment.redFlags.compactMap(extended.redFlag).filter { $0.blockedTags.contains(load.id) }
        #expect(Set(offer.reasons) == Set(applying.map(\.id.rawValue) + flags.map(\.id.rawValue)))
        #expect(offer.effect == (flags.isEmpty ? applying.map(\.effect).max() : .block))
        limited += offer.reasons.isEmpty ? 0 : 1
      }
    }
    #expect(limited > 100, "\(limited)")
  }

  @Test func comesFirstInDraftsForItsCause() throws {
    let person = try person("case.b")
    let likely = try #require(try pack.assess(person).hypotheses.first { $0.level == .likely }).id
    let extended = pack.adding([item(causes: [likely])])
    let plan = try extended.assess(person).plan
    #expect(plan.draft.contains("own.towel_pull"))
    #expect(plan.items.first { $0.item == "own.towel_pull" }?.sources == [likely.rawValue])
    #expect(try !pack.adding([item()]).assess(person).plan.draft.contains("own.towel_pull"))
    #expect(
      try !pack.adding([item(causes: [likely], isRetired: true)]).assess(person).plan.draft.contains("own.towel_pull"))
  }

  @Test func isNeitherDraftedNorApprovedWhereItIsContraindicated() throws {
    let extended = pack.adding([item(loads: ["prone"], causes: pack.hypotheses.map(\.id))])
    var answers = try baselineAnswers()
    answers["session.positions"] = .choices(["not_face_down"])
    let assessment = extended.assess(answers)
    #expect(!assessment.plan.draft.contains("own.towel_pull"))
    #expect(extended.approve("own.towel_pull", for: assessment) == .rejected(.blocked))
    #expect(extended.approve("own.towel_pull", for: extended.assess(try baselineAnswers())) == .approved)
  }

  @Test func anItemThatIsRetiredOrCannotBeCheckedKeepsItsNameAndNothingElse() throws {
    let healthy = try baselineAnswers()
    let retired = pack.adding([item(isRetired: true)])
    #expect(retired.approve("own.towel_pull", for: retired.assess(healthy)) == .rejected(.withdrawn(.retired)))
    let unknown = pack.adding([item(loads: ["levitation"], causes: pack.hypotheses.map(\.id))])
    #expect(unknown.approve("own.towel_pull", for: unknown.assess(healthy)) == .rejected(.withdrawn(.unchecked)))
    #expect(unknown.item("own.towel_pull")?.title == "Towel pull")
    var files = try TestData.packFiles()
    let homecare = try JSON(parsing: try #require(files["homecare"]))
    files["homecare"] = JSON.object((homecare.members ?? []).filter { $0.key != "own_items" }).bytes
    let before = try ContentPack(files: files).adding([item()])
    #expect(before.approve("own.towel_pull", for: before.assess(healthy)) == .rejected(.withdrawn(.unchecked)))
  }

  @Test func saysWhatIsWrongWithIt() throws {
    #expect(pack.faults(of: item(loads: ["prone"], causes: ["hyp.desk_load"])).isEmpty)
    let wrong = OwnItem(
      id: "hc.towel", title: " ", category: "supplement", regions: ["tail"], loads: ["levitation"], steps: [],
      stopIf: ["a\nb"], dose: [.repeats: 400], causes: ["hyp.bad_luck"])
    let faults = pack.faults(of: wrong)
    let expected = [
      "its id", "the title: 1", "the steps", "no control characters", "the kind", "how many times a day",
      "the load levitation: one of", "the region tail", "the cause hyp.bad_luck", "reps: 1 to 30",
    ]
    for words in expected { #expect(faults.contains { $0.contains(words) }, "\(words)") }
    #expect(faults.count == expected.count, "\(faults)")
  }

  /// Every kind of thing that a practice may write is a thing to do, and none that a massage therapist may not advise on.
  @Test func onlyThingsToDoMayBeOwnItems() throws {
    for category in try #require(pack.ownItems).categories {
      #expect(pack.categories.contains(category))
      #expect(!["supplement", "topical", "equipment", "food", "referral", "education"].contains(category))
    }
  }
}
