import Clinical
import Testing

/// Which limits may be overridden, by whom and with what.
struct ItemApprovalTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func assess(_ changes: [Question.ID: AnswerValue] = [:]) throws -> Assessment {
    var answers = try baselineAnswers()
    for (id, value) in changes { answers[id] = value }
    return pack.assess(answers)
  }

  private let agreed = ItemOverride(
    reason: "agreed by phone", clinician: "Dr. Example", date: CalendarDate(iso: "2026-11-20"))

  @Test func approvesWhatNothingLimits() throws {
    #expect(pack.approve("hc.breathing", for: try assess()) == .approved)
  }

  @Test func asksForANameAndADateWhereAClinicianMustAgreeFirst() throws {
    let assessment = try assess(["health.conditions": .choices(["heart_rhythm"])])
    let item: HomeCareItem.ID = "hc.supp_magnesium"
    #expect(pack.check(item, for: assessment)?.effect == .askFirst)
    #expect(pack.approve(item, for: assessment) == .rejected(.needsClinician))
    #expect(pack.approve(item, for: assessment, with: ItemOverride(reason: "I know")) == .rejected(.needsClinician))
    #expect(
      pack.approve(item, for: assessment, with: ItemOverride(reason: "", clinician: "Dr. Example"))
        == .rejected(.needsClinician))
    #expect(pack.approve(item, for: assessment, with: agreed) == .approved)
  }

  @Test func keepsABlockThatNobodyMayOverride() throws {
    let assessment = try assess(["meds.classes": .choices(["anticoagulant"])])
    #expect(pack.approve("hc.wintergreen_rub", for: assessment, with: agreed) == .rejected(.blocked))
  }

  @Test func overridesABlockOnlyAsItsContraindicationAllows() throws {
    let rows = pack.items.flatMap { item in item.contraindications.map { (item, $0) } }
    #expect(rows.contains { $0.1.effect == .block && $0.1.overridableBy == .therapist })
    for probe in try Probe.all() {
      for row in probe.rows("contra") where row[1] == "block" {
        let assessment = try pack.assess(probe.caseFile)
        let item = try #require(pack.item(.init(rawValue: row[0])))
        let offer = try #require(pack.check(item.id, for: assessment))
        let blocking = item.contraindications.filter { offer.reasons.contains($0.id.rawValue) && $0.effect == .block }
        let isByFlag = offer.reasons.contains { $0.hasPrefix("rf.") }
        guard assessment.plan.mode == .normal, blocking.count == 1, !isByFlag else { continue }
        let byReason = pack.approve(item.id, for: assessment, with: ItemOverride(reason: "seen and checked"))
        let byClinician = pack.approve(item.id, for: assessment, with: agreed)
        switch blocking[0].overridableBy {
        case .none: #expect(byReason == .rejected(.blocked) && byClinician == .rejected(.blocked))
        case .therapist: #expect(byReason == .approved)
        case .clinician: #expect(byReason == .rejected(.needsClinician) && byClinician == .approved)
        }
        #expect(pack.approve(item.id, for: assessment) != .approved)
      }
    }
  }

  @Test func countsAnOverrideOnlyForTheReasonsItWasGivenFor() throws {
    let assessment = try assess(["health.conditions": .choices(["heart_rhythm"])])
    let item: HomeCareItem.ID = "hc.supp_magnesium"
    let reasons = Set(try #require(pack.check(item, for: assessment)).reasons)
    func approve(_ assessment: Assessment, givenFor reasons: Set<String>) -> ItemApproval {
      pack.approve(item, for: assessment, with: agreed, givenFor: Array(reasons))
    }
    #expect(approve(assessment, givenFor: reasons.union(["rf.gone"])) == .approved)
    #expect(approve(assessment, givenFor: []) == .rejected(.needsClinician))
    let more = try assess(["health.conditions": .choices(["heart_rhythm", "liver"])])
    let grown = Set(try #require(pack.check(item, for: more)).reasons)
    try #require(grown.isStrictSuperset(of: reasons))
    #expect(approve(more, givenFor: reasons) == .rejected(.needsClinician))
    #expect(approve(more, givenFor: grown) == .approved)
  }

  @Test func rejectsABlankReason() throws {
    for probe in try Probe.all() {
      for row in probe.rows("contra") where row[1] == "block" {
        let assessment = try pack.assess(probe.caseFile)
        let answer = pack.approve(.init(rawValue: row[0]), for: assessment, with: ItemOverride(reason: " \n"))
        #expect(answer != .approved)
      }
    }
  }

  @Test func approvesOnlyTheReferralInAnEmergency() throws {
    let assessment = try pack.assess(person("case.c"))
    #expect(pack.approve("hc.ref_emergency", for: assessment) == .approved)
    for item in pack.items where item.id != "hc.ref_emergency" {
      #expect(pack.approve(item.id, for: assessment, with: agreed) == .rejected(.notInThisMode(.emergency)))
    }
  }

  @Test func rejectsAnItemThatIsNotInThePack() throws {
    #expect(pack.approve("hc.leeches", for: try assess()) == .rejected(.unknownItem))
  }
}
