import Clinical
import Foundation
import JSON
import Testing

/// Landmarks that a person places on a photo, once and again.
struct TappingTests {
  private let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  /// A body from the right side, on a picture of 900 by 1,200 pixels at 0.6 pixels for a millimetre.
  private static let body: [Landmark.ID: Photo.Point] = [
    "lm.plumb_top": .init(x: 440, y: 40), "lm.plumb_bottom": .init(x: 440, y: 1_160),
    "lm.scale_a": .init(x: 700, y: 500),
    "lm.scale_b": .init(x: 700, y: 800), "lm.canthus": .init(x: 510, y: 112), "lm.tragus": .init(x: 470, y: 120),
    "lm.c7": .init(x: 416, y: 190), "lm.acromion": .init(x: 446, y: 240), "lm.psis": .init(x: 392, y: 556),
    "lm.asis": .init(x: 470, y: 572), "lm.trochanter": .init(x: 432, y: 620), "lm.knee_axis": .init(x: 428, y: 872),
    "lm.malleolus": .init(x: 420, y: 1_110),
  ]

  private func photo(
    _ points: [Landmark.ID: Photo.Point] = body, again: [Landmark.ID: Photo.Point] = [:]
  ) -> TappedPhoto {
    TappedPhoto(view: "lateral_r", width: 900, height: 1_200, scaleLength: 500, points: points, again: again)
  }

  @Test func asksForFourteenLandmarksAtMostThatTheViewHas() {
    for view in PhotoTaps.views {
      let taps = PhotoTaps.landmarks(of: view)
      let known = Set(pack.views.first { $0.id == view }?.landmarks ?? [])
      #expect((4...14).contains(taps.count) && Set(taps).count == taps.count, "\(view)")
      for landmark in taps {
        let isBar = landmark.rawValue.contains("plumb") || landmark.rawValue.contains("scale")
        #expect(pack.landmark(landmark) != nil && (isBar || known.contains(landmark)), "\(view) \(landmark)")
      }
      #expect(PostureLines.lines(of: view).joined().allSatisfy(taps.contains), "\(view)")
    }
    #expect(PhotoTaps.landmarks(of: "motion").isEmpty)
  }

  @Test func measuresHalfwayBetweenTwoPlacings() throws {
    let shifted = Self.body.mapValues { Photo.Point(x: $0.x + 8, y: $0.y - 4) }
    let once = pack.measurements(from: photo())
    let twice = pack.measurements(from: photo(again: shifted))
    #expect(once.count == 9)
    #expect(zip(once, twice).allSatisfy { abs($0.value - $1.value) < 1e-9 && $1.method.ownChange == 0 })
    #expect(once.allSatisfy { $0.method.ownChange == nil })
    #expect(pack.repeatability(of: photo()) == nil)
    #expect(photo(again: ["lm.c7": .init(x: 420, y: 192)]).photo.points["lm.c7"] == .init(x: 418, y: 191))
  }

  /// Of two placings with independent errors of σ pixels in each coordinate, the standard error over the measures is the
  /// root of the mean of their variances, which follow from their derivatives.
  @Test func findsTheRepeatabilityThatArithmeticPredicts() throws {
    let sigma = 3.0
    var variances: (degrees: [Double], millimetres: [Double]) = ([], [])
    for measurement in pack.measurements(from: photo()) {
      let variance =
        Self.body.keys.reduce(0.0) { sum, landmark in
          sum
            + [(1.0, 0.0), (0.0, 1.0)].reduce(0.0) { part, step in
              var moved = Self.body
              let point = moved[landmark] ?? .init(x: 0, y: 0)
              moved[landmark] = .init(x: point.x + 0.01 * step.0, y: point.y + 0.01 * step.1)
              let other = pack.measurements(from: photo(moved)).first {
                $0.finding == measurement.finding && $0.side == measurement.side
              }
              let slope = ((other?.value ?? .nan) - measurement.value) / 0.01
              return part + slope * slope
            }
        } * sigma * sigma
      if pack.finding(measurement.finding)?.unit == "mm" {
        variances.millimetres.append(variance)
      } else {
        variances.degrees.append(variance)
      }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let predicted = (mean(variances.degrees).squareRoot(), mean(variances.millimetres).squareRoot())

    var noise = Noise(state: 42)
    var found: (degrees: [Double], millimetres: [Double]) = ([], [])
    for _ in 0..<600 {
      func shaking() -> [Landmark.ID: Photo.Point] {
        Self.body.sorted { $0.key < $1.key }.reduce(into: [:]) { points, entry in
          points[entry.key] = .init(
            x: entry.value.x + sigma * noise.normal(), y: entry.value.y + sigma * noise.normal())
        }
      }
      let own = try #require(pack.repeatability(of: photo(shaking(), again: shaking())))
      #expect(own.angles == 5 && own.distances == 4)
      found.degrees.append(pow(own.degrees ?? .nan, 2))
      found.millimetres.append(pow(own.millimetres ?? .nan, 2))
    }
    let measured = (mean(found.degrees).squareRoot(), mean(found.millimetres).squareRoot())
    print("own standard error, predicted and found: \(predicted), \(measured)")
    #expect(abs(measured.0 / predicted.0 - 1) < 0.07 && abs(measured.1 / predicted.1 - 1) < 0.07)
  }

  @Test func countsAChangeOnlyWhereItIsMoreThanOnesOwnTapsShow() throws {
    func evaluation(_ value: Double, ownChange: Double?) -> Evaluation {
      Evaluation(
        findings: ["pf.fhp_cva": .sided(left: nil, right: .number(value))],
        methods: ["pf.fhp_cva": MeasuringMethod(formula: "fm.cva", isLevelled: true, ownChange: ownChange)])
    }
    func change(_ own: Double?) throws -> FindingChange {
      try #require(pack.compare(evaluation(44, ownChange: nil), evaluation(51, ownChange: own)).first)
    }
    #expect(try change(nil).weight == .beyondError)
    #expect(try change(2).weight == .beyondError, "the smaller error does not replace the larger")
    #expect(try change(8).weight == .withinNoise)
    #expect(try change(8).words == "+7 deg, within noise, by how well you repeat your own taps")
  }

  @Test func keepsThePhotosOfAnEvaluation() throws {
    var evaluation = Evaluation()
    evaluation.photos = [photo(again: Self.body.mapValues { .init(x: $0.x + 0.5, y: $0.y) })]
    evaluation.record(pack.measurements(from: evaluation.photos[0]))
    let read = try Evaluation(JSON(parsing: evaluation.json.bytes))
    #expect(read == evaluation)
    let broken: JSON = ["view": .string("anterior")]
    #expect(throws: MalformedInput.self) { try Evaluation(["photos": .array([broken])]) }
  }
}

/// Normal deviates (Box and Muller) from SplitMix64.
private struct Noise {
  var state: UInt64

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return (Double((mixed ^ mixed >> 31) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
