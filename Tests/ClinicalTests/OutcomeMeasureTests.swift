import Clinical
import Testing

/// When a change of an outcome matters, by the thresholds of the pack.
struct OutcomeMeasureTests {
  let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  @Test(
    arguments: [
      ("om.nrs_now", 7, 4, .better), ("om.nrs_now", 7, 5, .little), ("om.nrs_now", 5, 7, .worse),
      ("om.nrs_now", 7, 9, .worse), ("om.nrs_now", 3, 2, .little), ("om.nrs_now", 2, 0, .better),
      ("om.psfs", 3, 5, .better), ("om.psfs", 5, 3, .worse),
      ("om.spasm7", 8, 4, .better), ("om.spasm7", 1, 0, .little), ("om.days_lost", 20, 0, .reported),
    ] as [(String, Double, Double, OutcomeChange)])
  func aChangeMattersFromAThresholdOn(id: String, first: Double, last: Double, change: OutcomeChange) throws {
    let measure = try #require(pack.measures.first { $0.id.rawValue == id })
    #expect(measure.change(from: first, to: last) == change)
  }

  @Test func takesTheMeanOfWhatIsAnsweredOnItsScale() throws {
    var answers = Answers()
    answers["psfs.score1"] = .number(2)
    answers["psfs.score3"] = .number(5)
    answers["sleep.quality"] = .number(6)
    answers["sleep.bad_nights"] = .number(7)
    func value(_ id: String) throws -> Double? {
      pack.value(of: try #require(pack.measures.first { $0.id.rawValue == id }), in: answers)
    }
    #expect(try value("om.psfs") == 3.5)
    #expect(try value("om.sleep") == 6, "nights are on another scale")
    #expect(try value("om.nrs_now") == nil)
  }
}
