import Clinical
import JSON
import PlanSamples
import Testing

/// On which side a client does a stretch: on that of the finding, if it is on one alone.
struct SideTests {
  private let pack: ContentPack
  private let judy: CaseFile

  init() throws {
    pack = try TestData.pack.get()
    let vignette = try #require(try SampleCases.vignettes().first { $0["id"]?.string == "v33_judy" })
    judy = try CaseFile(decoding: vignette.caseFile(changing: try baselineAnswers()).bytes, for: pack)
  }

  /// - Parameter findings: those of the hip flexors and the front of the thigh.
  private func side(_ findings: [FindingDefinition.ID: Finding]) throws -> Dose.Side? {
    var evaluation = judy.evaluation
    for id: FindingDefinition.ID in ["len.thomas_hip", "len.thomas_knee", "pf.pelvic_tilt"] {
      evaluation.findings[id] = findings[id]
    }
    let items = pack.assess(judy.answers, evaluation).plan.items
    return try #require(items.first { $0.item == "hc.hip_flexor_stretch" }).dose?.side
  }

  private func degrees(_ left: Double?, _ right: Double?) -> Finding {
    .sided(left: left.map(FindingValue.number), right: right.map(FindingValue.number))
  }

  @Test func isTheSideOnWhichTheMuscleIsShort() throws {
    #expect(try side(["len.thomas_hip": degrees(15, -5)]) == .left)
    #expect(try side(["len.thomas_hip": degrees(-5, 15)]) == .right)
    #expect(try side(["len.thomas_hip": degrees(-5, 15), "len.thomas_knee": degrees(80, 50)]) == .right)
  }

  @Test func isBothWhereBothAreShortOrOneWasNotLookedAt() throws {
    #expect(try side(["len.thomas_hip": degrees(15, 12)]) == nil)
    #expect(try side(["len.thomas_hip": degrees(15, nil)]) == nil)
    #expect(try side(["len.thomas_hip": degrees(15, -5), "len.thomas_knee": degrees(80, 50)]) == nil)
    // Taken from the side, it is of the whole body.
    #expect(try side(["len.thomas_hip": degrees(15, 12), "pf.pelvic_tilt": degrees(25, 5)]) == nil)
  }

  @Test func aStretchWithoutASideIsForBothAndTakesTwiceAsLong() throws {
    let stretch = try #require(pack.item("hc.hip_flexor_stretch"))
    #expect(stretch.dose.side == .both && stretch.prescribed(DoseChange(amounts: [.repeats: 2])).dose.side == .both)
    let left = stretch.prescribed(DoseChange(side: .left))
    #expect(left.dose.side == .left && left.minutesADay.map { $0 * 2 } == stretch.minutesADay)
  }
}
