import Testing

@testable import Clinical

/// What counts of several evaluations on a day.
@Suite struct StandingFindingsTests {
  private let pack: ContentPack
  private let today = CalendarDate(iso: "2026-11-29")

  init() throws { pack = try TestData.pack.get() }

  /// - Parameter taken: how many days ago each evaluation was, the newest first.
  private func standing(_ taken: [(daysAgo: Int, Evaluation)]) throws -> StandingFindings {
    let today = try #require(today)
    return pack.standing(
      of: try taken.map { (try #require(today.adding(days: -$0.daysAgo)), $0.1) }, on: today)
  }

  private func found(_ findings: [FindingDefinition.ID: Finding]) -> Evaluation { Evaluation(findings: findings) }

  private func knot(_ status: TriggerPoint.Status) -> Evaluation {
    Evaluation(triggerPoints: [
      TriggerPoint(muscle: "upper_trapezius", region: "neck_back_l", status: status, tender: status == .gone ? 0 : 3)
    ])
  }

  @Test func anAngleTakenAgainErasesNothingElse() throws {
    let first = found([
      "pf.fhp_cva": .sided(left: .number(44), right: .number(45)), "pf.atr": .single(.number(6)),
      "str.glute_max": .sided(left: .number(3), right: nil),
    ])
    let standing = try standing([(0, found(["pf.fhp_cva": .sided(left: .number(50), right: nil)])), (30, first)])
    #expect(
      standing.evaluation.findings == [
        "pf.fhp_cva": .sided(left: .number(50), right: .number(45)), "pf.atr": .single(.number(6)),
        "str.glute_max": .sided(left: .number(3), right: nil),
      ])
    let days = standing.earlier.map(\.takenOn.iso)
    #expect(days.count == 3 && Set(days) == ["2026-10-30"], "the right angle is of the earlier day")
    #expect(standing.expired.isEmpty)
  }

  @Test func whatIsGoneCountsNoMore() throws {
    let first = found(["pf.fhp_cva": .sided(left: .number(44), right: .number(45)), "pf.atr": .single(.number(6))])
    let later = found(["pf.fhp_cva": .sided(left: .gone, right: nil), "pf.atr": .single(.gone)])
    let standing = try standing([(0, later), (7, first)])
    #expect(standing.evaluation.findings == ["pf.fhp_cva": .sided(left: nil, right: .number(45))])
    let again = try self.standing([(0, found(["pf.atr": .single(.number(5))])), (3, later), (7, first)])
    #expect(again.evaluation.findings["pf.atr"] == .single(.number(5)), "it came back")
    #expect(try self.standing([(0, knot(.gone)), (7, knot(.active))]).evaluation.triggerPoints.isEmpty)
    #expect(try self.standing([(0, found([:])), (7, knot(.active))]).evaluation.triggerPoints.count == 1)
  }

  /// A test that provokes symptoms counts for six weeks, a posture for half a year.
  @Test func eachFindingCountsForItsOwnTime() throws {
    let first = found([
      "sp.spurling": .sided(left: .word("positive"), right: nil), "pf.atr": .single(.number(6)),
      "pf.kyphosis": .single(.number(50)),
    ])
    let life = try #require(pack.finding("sp.spurling")).shelfLife
    #expect(life.weeks == 6 && life.source == "src.custom")
    #expect(try standing([(0, found([:])), (42, first)]).expired.isEmpty, "the last day")
    let later = try standing([(0, found([:])), (43, first)])
    #expect(later.expired.map(\.subject) == [.finding("sp.spurling", side: .left)])
    #expect(Set(later.evaluation.findings.keys) == ["pf.atr", "pf.kyphosis"])
    let muchLater = try standing([(0, found([:])), (200, first)])
    #expect(Set(muchLater.evaluation.findings.keys) == ["pf.atr"])
    #expect(try standing([(43, first)]).expired.count == 1, "also of the only evaluation")
  }

  @Test func everyFindingSaysHowLongItCounts() {
    for finding in pack.findings { #expect((1...52).contains(finding.shelfLife.weeks), "\(finding.id)") }
    #expect(pack.triggerPointShelfLife.weeks == 6)
  }

  @Test func goneIsStoredAndRaisesNothing() throws {
    let evaluation = found(["pf.atr": .single(.gone), "pf.fhp_cva": .sided(left: .gone, right: .number(45))])
    #expect(try Evaluation(evaluation.json) == evaluation)
    #expect(pack.unreadable(evaluation).isEmpty)
    #expect(pack.assess(Answers(), found(["pf.atr": .single(.gone)])).redFlags.isEmpty)
    let change = try #require(
      pack.compare(found(["pf.atr": .single(.number(8))]), found(["pf.atr": .single(.gone)])).first)
    #expect(change.weight == .gone && change.words == "gone")
  }

  @Test func aDraftTakesALaterValueInPlaceOfAnEarlier() {
    let first = found(["pf.fhp_cva": .sided(left: .number(44), right: .number(45))])
    let both = first.adding(found(["pf.fhp_cva": .sided(left: .number(47), right: nil)]))
    #expect(both.findings == ["pf.fhp_cva": .sided(left: .number(47), right: .number(45))])
    #expect(knot(.active).adding(knot(.gone)).triggerPoints.map(\.status) == [.gone])
  }
}
