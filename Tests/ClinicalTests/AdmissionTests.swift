import Clinical
import Testing

/// Which limits may be lowered, by whom and with what.
struct AdmissionTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func assess(_ changes: [Question.ID: AnswerValue] = [:]) throws -> Assessment {
    var answers = try baselineAnswers()
    for (id, value) in changes { answers[id] = value }
    return pack.assess(answers)
  }

  private let agreed = Justification(
    reason: "agreed by phone", clinician: "Dr. Example", date: CalendarDate(iso: "2026-11-20"))

  @Test func admitsWhatNothingLimits() throws {
    #expect(pack.admit("hc.breathing", for: try assess()) == .admitted)
  }

  @Test func asksForANameAndADateWhereAClinicianMustAgreeFirst() throws {
    let assessment = try assess(["health.conditions": .choices(["heart_rhythm"])])
    let item: HomeCareItem.ID = "hc.supp_magnesium"
    #expect(pack.check(item, for: assessment)?.effect == .askFirst)
    #expect(pack.admit(item, for: assessment) == .refused(.needsClinician))
    #expect(pack.admit(item, for: assessment, with: Justification(reason: "I know")) == .refused(.needsClinician))
    #expect(
      pack.admit(item, for: assessment, with: Justification(clinician: "Dr. Example")) == .refused(.needsClinician))
    #expect(pack.admit(item, for: assessment, with: agreed) == .admitted)
  }

  @Test func lowersNoBlockThatNobodyMayLower() throws {
    let assessment = try assess(["meds.classes": .choices(["anticoagulant"])])
    #expect(pack.admit("hc.wintergreen_rub", for: assessment, with: agreed) == .refused(.blocked))
  }

  @Test func lowersABlockOnlyAsItsRowAllows() throws {
    let rows = pack.items.flatMap { item in item.contraindications.map { (item, $0) } }
    #expect(rows.contains { $0.1.effect == .block && $0.1.override == .therapist })
    for probe in try Probe.all() {
      for row in probe.rows("contra") where row[1] == "block" {
        let assessment = try pack.assess(probe.caseFile)
        let item = try #require(pack.item(.init(rawValue: row[0])))
        let offer = try #require(pack.check(item.id, for: assessment))
        let blocking = item.contraindications.filter { offer.reasons.contains($0.id.rawValue) && $0.effect == .block }
        let isByFlag = offer.reasons.contains { $0.hasPrefix("rf.") }
        guard assessment.plan.mode == .normal, blocking.count == 1, !isByFlag else { continue }
        let byReason = pack.admit(item.id, for: assessment, with: Justification(reason: "seen and checked"))
        let byClinician = pack.admit(item.id, for: assessment, with: agreed)
        switch blocking[0].override {
        case .none: #expect(byReason == .refused(.blocked) && byClinician == .refused(.blocked))
        case .therapist: #expect(byReason == .admitted)
        case .clinician: #expect(byReason == .refused(.needsClinician) && byClinician == .admitted)
        }
        #expect(pack.admit(item.id, for: assessment) != .admitted)
      }
    }
  }

  @Test func letsAJustificationAnswerOnlyWhatItWasGivenFor() throws {
    let assessment = try assess(["health.conditions": .choices(["heart_rhythm"])])
    let item: HomeCareItem.ID = "hc.supp_magnesium"
    let reasons = Set(try #require(pack.check(item, for: assessment)).reasons)
    func given(for reasons: Set<String>) -> Justification {
      Justification(reason: agreed.reason, clinician: agreed.clinician, date: agreed.date, answers: reasons)
    }
    #expect(pack.admit(item, for: assessment, with: given(for: reasons.union(["rf.gone"]))) == .admitted)
    #expect(pack.admit(item, for: assessment, with: given(for: [])) == .refused(.needsClinician))
    let more = try assess(["health.conditions": .choices(["heart_rhythm", "liver"])])
    let grown = Set(try #require(pack.check(item, for: more)).reasons)
    try #require(grown.isStrictSuperset(of: reasons))
    #expect(pack.admit(item, for: more, with: given(for: reasons)) == .refused(.needsClinician))
    #expect(pack.admit(item, for: more, with: given(for: grown)) == .admitted)
  }

  @Test func takesNoBlankReason() throws {
    for probe in try Probe.all() {
      for row in probe.rows("contra") where row[1] == "block" {
        let assessment = try pack.assess(probe.caseFile)
        let answer = pack.admit(.init(rawValue: row[0]), for: assessment, with: Justification(reason: " \n"))
        #expect(answer != .admitted)
      }
    }
  }

  @Test func leavesRoomForNothingButTheReferralInAnEmergency() throws {
    let assessment = try pack.assess(person("case.c"))
    #expect(pack.admit("hc.ref_emergency", for: assessment) == .admitted)
    for item in pack.items where item.id != "hc.ref_emergency" {
      #expect(pack.admit(item.id, for: assessment, with: agreed) == .refused(.notInThisMode(.emergency)))
    }
  }

  @Test func refusesAnItemThatIsNotInThePack() throws {
    #expect(pack.admit("hc.leeches", for: try assess()) == .refused(.unknownItem))
  }
}
