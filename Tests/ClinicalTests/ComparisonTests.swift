import Clinical
import Testing

struct ComparisonTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func change(_ id: FindingDefinition.ID, _ before: Finding, _ after: Finding) -> [FindingChange] {
    pack.compare(Evaluation(findings: [id: before]), Evaluation(findings: [id: after]))
  }

  @Test func tellsAChangeFromNoise() {
    let changes = change(
      "pf.fhp_cva", .sided(left: .number(44), right: .number(45)), .sided(left: .number(51), right: .number(47)))
    #expect(changes.map(\.side) == [.left, .right])
    #expect(changes.map(\.weight) == [.beyondError, .withinNoise])
    #expect(changes.map(\.words) == ["+7 deg, closer to usual", "+2 deg, within noise"])
    #expect(changes[0].error?.source == "src.ferreira2010")
  }

  @Test func countsAChangeOfExactlyTheErrorAsNoise() {
    #expect(
      change("pf.fhp_cva", .sided(left: .number(44), right: nil), .sided(left: .number(49), right: nil)).map(\.weight)
        == [.withinNoise])
  }

  @Test func namesTheSideASignedFindingMovedTo() {
    #expect(
      change("pf.trunk_list", .single(.number(14)), .single(.number(-8))).map(\.words)
        == ["-22 mm, towards the left, closer to usual"])
  }

  @Test func saysThatNoErrorIsPublished() {
    #expect(
      change("str.back_endurance", .single(.number(45)), .single(.number(70))).map(\.words)
        == ["+25 s, closer to usual, measurement error not known"])
  }

  @Test func comparesTestsAndChoices() {
    let changes = change(
      "sp.east", .sided(left: .word("positive"), right: nil), .sided(left: .word("negative"), right: nil))
    #expect(changes.map(\.words) == ["closer to usual, measurement error not known"])
    #expect(changes[0].difference == nil)
  }

  @Test func addsNoErrorOfBinaryFractions() {
    #expect(
      change("len.lunge", .sided(left: .number(9.2), right: nil), .sided(left: .number(9.5), right: nil))[0].difference
        == 0.3)
  }

  @Test func showsWhatWasRecordedOnlyOnce() {
    let changes = pack.compare(
      Evaluation(findings: ["pf.atr": .single(.number(6))]), Evaluation(findings: ["pf.kyphosis": .single(.number(40))])
    )
    #expect(changes.map(\.finding) == ["pf.kyphosis", "pf.atr"])
    #expect(changes.allSatisfy { $0.weight == .single })
  }

  @Test func findsNothingBetweenAnEvaluationAndItself() throws {
    var generator = CaseGenerator(pack: pack, seed: 5)
    for _ in 0..<50 {
      let evaluation = try Evaluation(generator.next())
      #expect(pack.compare(evaluation, evaluation).allSatisfy { $0.weight == .unchanged })
    }
  }
}
