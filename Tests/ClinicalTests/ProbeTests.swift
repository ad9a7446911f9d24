import Clinical
import JSON
import PlanSamples
import Testing

/// One small change to a healthy person's answers, and what must follow from it.
struct Probe: CustomTestStringConvertible {
  let json: JSON
  let baseline: Answers

  var testDescription: String { json["id"]?.string ?? "" }

  static func all() throws -> [Probe] {
    let start = try baselineAnswers()
    return try #require(try TestData.json("probes")["probes"]?.array).map { Probe(json: $0, baseline: start) }
  }

  var caseFile: JSON { json.caseFile(changing: baseline) }

  func strings(_ key: String) -> [String] { json[key]?.strings ?? [] }
  func rows(_ key: String) -> [[String]] { json[key]?.array?.compactMap(\.strings) ?? [] }
}

struct ProbeTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  @Test(arguments: try Probe.all())
  func concludesWhatTheProbeExpects(_ probe: Probe) throws {
    let assessment = try pack.assess(probe.caseFile)
    let flags = Set(assessment.redFlags.map(\.rawValue))
    #expect(flags.isSuperset(of: probe.strings("redflags")))
    #expect(flags.isDisjoint(with: probe.strings("not_redflags")))
    for (finding, severity) in (probe.json["severity"]?.members ?? []).map({ ($0.key, $0.value.integer) }) {
      #expect(assessment.severities[.init(rawValue: finding)] == severity)
    }
    if let mode = probe.json["mode_at_least"]?.string {
      let modes = ["normal", "hold", "emergency"]
      let reached = try #require(modes.firstIndex(of: assessment.plan.mode.rawValue))
      #expect(reached >= modes.firstIndex(of: mode) ?? 0)
    }
    for row in probe.rows("contra") {
      let offer = try #require(pack.check(.init(rawValue: row[0]), for: assessment))
      let effect = try #require(HomeCareItem.Effect(rawValue: row[1]))
      #expect(offer.effect ?? .caution >= effect)
      #expect(offer.reasons.contains(row[2]))
    }
  }

  @Test(arguments: try Probe.all().filter { $0.json["rules"] != nil || $0.json["not_rules"] != nil })
  func holdsTheRulesTheProbeNames(_ probe: Probe) throws {
    let assessment = try pack.assess(probe.caseFile)
    for row in probe.rows("rules") { #expect(assessment.holds(row[1], of: row[0], in: pack)) }
    for row in probe.rows("not_rules") { #expect(!assessment.holds(row[1], of: row[0], in: pack)) }
  }
}

extension Assessment {
  /// Asks the explanation of the rules, which also lists true rules of a hypothesis that is not even possible.
  fileprivate func holds(_ rule: String, of hypothesis: String, in pack: ContentPack) -> Bool {
    pack.trueRules(of: .init(rawValue: hypothesis), for: self).contains(.init(rawValue: rule))
  }
}
