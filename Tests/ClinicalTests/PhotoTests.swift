import Clinical
import Foundation
import JSON
import Testing

struct PhotoTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  /// Compares the pack's example of each formula with the result of the specification.
  @Test func worksOutEveryExampleToFourDecimals() throws {
    let expected = try #require(try Oracle.formulas().members)
    let findings = try JSON(parsing: TestData.packFiles()["findings"] ?? [])
    let formulas = try #require(findings["formulas"]?.array)
    #expect(expected.count == 18)
    for (id, value) in expected.map({ ($0.key, $0.value.number ?? .nan) }) {
      let example = try #require(formulas.first { $0["id"]?.string == id }?["test"])
      let result = try #require(try result(of: id, for: example), "\(id) gives nothing")
      #expect(abs(result - value) < 0.00005, "\(id): \(result) is not \(value)")
    }
  }

  private func result(of formula: String, for example: JSON) throws -> Double? {
    let members = (example.members ?? []).filter { $0.key != "result" && $0.key != "points" && $0.key != "values" }
    let view: [JSON.Member] = example["view"] == nil ? [.init("view", .string("posterior"))] : []
    let file = try LandmarkFile(
      decoding: JSON.object(
        view + members + [.init("landmarks", example["points"] ?? [:]), .init("readings", example["values"] ?? [:])]
      ).bytes, for: pack)
    switch formula {
    case "fm.roll": return file.photos[0].roll.map { $0 * 180 / .pi }
    case "fm.scale": return file.photos[0].pixelsPerMillimetre
    default: return pack.measurements(from: file).first { $0.method.formula.rawValue == formula }?.value
    }
  }

  @Test func takesOutTheRollOfTheCamera() throws {
    let roll: Double = 3 * .pi / 180
    let (cosine, sine) = (cos(roll), sin(roll))
    func tilted(_ x: Double, _ y: Double) -> Photo.Point {
      Photo.Point(x: x * cosine + y * sine, y: y * cosine - x * sine)
    }
    let photo = Photo(
      view: "posterior",
      points: [
        "lm.plumb_top": tilted(500, 0), "lm.plumb_bottom": tilted(500, 2_000), "lm.acromion_l": tilted(300, 700),
        "lm.acromion_r": tilted(700, 686),
      ])
    let level = try #require(photo.levelled("lm.acromion_r"))
    #expect(abs(level.x - 700) < 1e-9 && abs(level.y - 686) < 1e-9)
  }

  @Test func marksWhatWasNotLevelled() throws {
    let file = try LandmarkFile(
      decoding: Array(#"{"view":"lateral_r","landmarks":{"lm.c7":[400,600],"lm.tragus":[500,480]}}"#.utf8), for: pack)
    let measurement = try #require(pack.measurements(from: file).first)
    #expect(measurement.finding == "pf.fhp_cva" && measurement.side == .right)
    #expect(!measurement.method.isLevelled)
    var evaluation = Evaluation()
    evaluation.record([measurement])
    let stored = try Evaluation(JSON(parsing: evaluation.json.bytes))
    #expect(stored == evaluation)
    #expect(stored.findings["pf.fhp_cva"] == .sided(left: nil, right: .number(50.2)))
    #expect(stored.methods["pf.fhp_cva"] == MeasuringMethod(formula: "fm.cva", isLevelled: false))
  }

  /// Heel bottoms 10 px outward of the calf line over 60 px below it: atan(10 / 60) on both sides.
  @Test func seesAHeelThatLeansOutwardAsValgus() throws {
    let points = """
      {"lm.calf_mid_l":[400,1800],"lm.calc_top_l":[400,2000],"lm.calc_low_l":[390,2060],
       "lm.calf_mid_r":[600,1800],"lm.calc_top_r":[600,2000],"lm.calc_low_r":[610,2060]}
      """
    let file = try LandmarkFile(decoding: Array(#"{"view":"posterior","landmarks":\#(points)}"#.utf8), for: pack)
    let angles = pack.measurements(from: file).filter { $0.finding == "pf.rearfoot" }
    #expect(angles.map(\.side) == [.left, .right])
    for angle in angles { #expect(abs(angle.value - 9.4623) < 0.00005) }
  }

  @Test func saysNothingInMillimetresWithoutAScale() throws {
    let points = #"{"lm.acromion_l":[300,700],"lm.acromion_r":[700,686]}"#
    let file = try LandmarkFile(decoding: Array(#"{"view":"posterior","landmarks":\#(points)}"#.utf8), for: pack)
    #expect(pack.measurements(from: file).map(\.finding) == ["pf.shoulder_height_deg"])
  }

  @Test func warnsOfASideViewThatLooksTheOtherWay() throws {
    let file = try LandmarkFile(
      decoding: Array(#"{"view":"lateral_l","landmarks":{"lm.c7":[400,600],"lm.tragus":[500,480]}}"#.utf8), for: pack)
    #expect(pack.warnings(about: file).contains { $0.contains("behind the neck") })
  }

  @Test(arguments: [
    #"{}"#, #"[]"#, #"{"landmarks": {"lm.c7": [1, 2]}}"#, #"{"view": "table", "landmarks": {}}"#,
    #"{"view": "posterior", "landmarks": {"lm.nose": [1, 2]}}"#,
    #"{"view": "posterior", "landmarks": {"lm.c7": [1]}}"#, #"{"view": "posterior", "landmarks": {"lm.c7": ["1", 2]}}"#,
    #"{"readings": {"a_T1": "steep"}}"#, #"{"readings": {"a_T9": 4}}"#, "{\"landmarks\":",
  ])
  func refusesALandmarkFileItCannotRead(_ text: String) {
    #expect(throws: MalformedInput.self) { try LandmarkFile(decoding: Array(text.utf8), for: pack) }
  }

  @Test func givesNoAngleForPointsThatCoincide() throws {
    let file = try LandmarkFile(
      decoding: Array(
        #"{"view":"lateral_r","landmarks":{"lm.c7":[1,1],"lm.t7":[1,1],"lm.t12":[1,1]}}"#.utf8), for: pack)
    #expect(pack.measurements(from: file).allSatisfy { $0.value.isFinite })
  }
}
