import Clinical
import PlanSamples
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
    #expect(
      changes.map(\.words) == [
        "+7 deg, closer to usual, by our own working figure", "+2 deg, within noise, by our own working figure",
      ])
    #expect(changes[0].error?.source == "src.custom")
  }

  @Test func countsAChangeOfExactlyTheErrorAsNoise() {
    #expect(
      change("pf.fhp_cva", .sided(left: .number(44), right: nil), .sided(left: .number(49), right: nil)).map(\.weight)
        == [.withinNoise])
  }

  @Test func namesTheSideASignedFindingMovedTo() {
    #expect(
      change("pf.trunk_list", .single(.number(14)), .single(.number(-8))).map(\.words)
        == ["-22 mm, towards the left, closer to usual, by our own working figure"])
  }

  @Test func namesNoDirectionWithinNoise() {
    #expect(
      change("pf.trunk_list", .single(.number(-8)), .single(.number(-4))).map(\.words)
        == ["+4 mm, within noise, by our own working figure"])
  }

  @Test func saysThatNoErrorIsPublished() {
    #expect(
      change("str.back_endurance", .single(.number(45)), .single(.number(70))).map(\.words)
        == ["+25 s, measurement error not known"])
  }

  @Test func comparesOnlyWhatWasMeasuredInTheSameWay() {
    func weight(_ before: MeasuringMethod?, _ after: MeasuringMethod?) -> FindingChange? {
      func evaluation(_ value: Double, _ method: MeasuringMethod?) -> Evaluation {
        Evaluation(
          findings: ["pf.trunk_list": .single(.number(value))], methods: method.map { ["pf.trunk_list": $0] } ?? [:])
      }
      return pack.compare(evaluation(14, before), evaluation(-8, after)).first
    }
    let levelled = MeasuringMethod(formula: "fm.trunk_shift", isLevelled: true)
    let leaning = MeasuringMethod(formula: "fm.trunk_shift", isLevelled: false)
    #expect(weight(nil, nil)?.weight == .beyondError)
    #expect(weight(levelled, levelled)?.weight == .beyondError)
    #expect(weight(nil, levelled)?.words == "measured in another way")
    #expect(weight(leaning, levelled)?.words == "photo without a plumb line")
    #expect(weight(leaning, leaning)?.words == "photo without a plumb line")
  }

  @Test func doesNotCallEqualValuesOfTwoMethodsUnchanged() {
    let hand = Evaluation(findings: ["pf.trunk_list": .single(.number(14))])
    var photo = hand
    photo.methods = ["pf.trunk_list": MeasuringMethod(formula: "fm.trunk_shift", isLevelled: true)]
    #expect(pack.compare(hand, photo).map(\.weight) == [.otherMethod])
  }

  /// 1.96·√2·8 mm is 22.2 mm (Curtis 2006).
  @Test func takesTheMinimalDetectableChangeNotTheStandardError() {
    func weight(_ after: Double) -> [FindingChange.Weight] {
      change("pf.lsst_diff", .single(.number(0)), .single(.number(after))).map(\.weight)
    }
    #expect(weight(22) == [.withinNoise])
    #expect(weight(23) == [.beyondError])
  }

  @Test func comparesTestsAndChoices() {
    let changes = change(
      "sp.east", .sided(left: .word("positive"), right: nil), .sided(left: .word("negative"), right: nil))
    #expect(changes.map(\.words) == ["measurement error not known"])
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
