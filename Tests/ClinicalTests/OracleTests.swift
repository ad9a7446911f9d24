import Clinical
import Foundation
import JSON
import PlanSamples
import Testing

struct OracleTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  @Test func agreesWithTheSpecificationOnTheThreeCases() throws {
    let cases = try #require(try TestData.json("cases")["cases"]?.array)
    try expectAgreement(on: cases)
  }

  @Test func agreesWithTheSpecificationOnEveryProbe() throws {
    let probes = try Probe.all()
    #expect(probes.count == 277)
    try expectAgreement(on: probes.map(\.caseFile))
  }

  /// Valid answers, hidden ones, missing ones, extremes, and sentences from the lexicons: 300 for each seed, and 10,000 when
  /// `Tests/Exhaustive/run` asks for everything.
  @Test(arguments: [20_261_121, 7])
  func agreesWithTheSpecificationOnRandomCases(seed: UInt64) throws {
    let isExhaustive = ProcessInfo.processInfo.environment["PLUMBLINE_EXHAUSTIVE"] != nil
    var generator = CaseGenerator(pack: pack, seed: seed)
    try expectAgreement(on: (0..<(isExhaustive ? 10_000 : 300)).map { _ in generator.next() })
  }

  private func expectAgreement(on cases: [JSON]) throws {
    let expected = try Oracle.assess(cases)
    for (json, line) in zip(cases, expected) {
      let report = String(decoding: try pack.assess(json).report.bytes, as: UTF8.self)
      #expect(report == line, "case \(json["id"]?.string ?? String(decoding: json.bytes, as: UTF8.self))")
    }
  }
}
