import Clinical
import Foundation
import Handout
import JSON
import PlanSamples
import Testing

/// Every fact that the content was drawn from is printed where a therapist or a client meets it. The table is `shown` in
/// `seedtrace.json`: where, by what, in which words.
@Suite struct FactTraceTests {
  private let pack: ContentPack
  private let facts: [JSON]
  private let healthy: Answers

  init() throws {
    pack = try SamplePlans.pack.get()
    facts = try #require(SampleCases.json("seedtrace")["facts"]?.array)
    healthy = try SampleCases.healthy()
  }

  @Test func printsEveryFact() throws {
    let left = facts.filter { $0["shown"] == nil }
    #expect(left.count == 5)
    #expect(left.allSatisfy { $0["maps_to"]?.strings == ["doc.out_of_scope"] })
    let people = try reachable()
    for fact in facts where fact["shown"] != nil {
      let (id, shown) = (fact["id"]?.string ?? "", try #require(fact["shown"]))
      let (place, target, words) = (shown["where"]?.string, shown["in"]?.string ?? "", shown["words"]?.string ?? "")
      let pages =
        switch place {
        case "paper": try papers(of: target, people)
        case "explain": explanations(of: target, people)
        case "review": try reviews(of: target, people)
        case "form": [Handout(formOf: pack, practiceName: "Stillwater Massage").text(width: 0)]
        case "evaluation": [try evaluation(of: target)]
        default: [String]()
        }
      #expect(!words.isEmpty && pages.contains { $0.lowercased().contains(words.lowercased()) }, "\(id): \(target)")
    }
  }

  // MARK: printed documents

  /// Returns home-care plans with the item, or for those for whom the hypothesis or the red flag was raised.
  private func papers(of target: String, _ people: [Assessment]) throws -> [String] {
    var plan = try SamplePlans.ofCase(0)
    if pack.item(.init(rawValue: target)) != nil {
      plan.items = [.init(item: .init(rawValue: target), sources: [], effect: nil, reasons: [])]
    } else if let hypothesis = pack.hypothesis(.init(rawValue: target)) {
      plan.items = hypothesis.suggests.prefix(1).map {
        .init(item: $0.item, sources: [target], effect: nil, reasons: [])
      }
    }
    guard !target.hasPrefix("hc."), !target.hasPrefix("doc.") else {
      return [Handout(plan, content: pack).text(width: 0)]
    }
    return people.lazy.filter { raises(target, $0) }.prefix(20).map { person in
      plan.assessment = person
      return Handout(plan, content: pack).text(width: 0)
    }
  }

  /// Returns what `plan explain` and `assess --explain` say of the item, or of everyone for whom the hypothesis or the red
  /// flag was raised.
  private func explanations(of target: String, _ people: [Assessment]) -> [String] {
    guard pack.item(.init(rawValue: target)) == nil else {
      return people.prefix(1).compactMap { pack.explain(.init(rawValue: target), for: $0)?.text }
    }
    return people.filter { raises(target, $0) }.map { pack.explain($0).text }
  }

  /// Returns the intakes, printed for the file, of those for whom the red flag was raised, or of one who marks the region.
  private func reviews(of target: String, _ people: [Assessment]) throws -> [String] {
    var intake = try SamplePlans.intake()
    guard target.hasPrefix("rf.") else {
      intake.answers["pain.map"] = .regions([MarkedRegion(region: .init(rawValue: target), symptoms: ["knot"], nrs: 5)])
      return [Handout(intake, content: pack).text(width: 0)]
    }
    return people.filter { raises(target, $0) }.prefix(3).map { person in
      (intake.answers, intake.flags) = (person.answers, person.redFlags.map { .init(id: $0, handled: nil) })
      return Handout(intake, content: pack).text(width: 0)
    }
  }

  private func evaluation(of target: String) throws -> String {
    var source = try SamplePlans.evaluation()
    source.taking.evaluation.findings[.init(rawValue: target)] = .single(.word("ideal"))
    return Handout(source, content: pack).text(width: 0)
  }

  private func raises(_ target: String, _ person: Assessment) -> Bool {
    person.redFlags.contains(.init(rawValue: target))
      || person.hypotheses.contains { $0.id.rawValue == target && $0.level != .none }
  }

  // MARK: helpers

  /// The three clients of the specification, and a probe for each rule of a red flag or a hypothesis.
  private func reachable() throws -> [Assessment] {
    let probes = try #require(SampleCases.json("probes")["probes"]?.array).map { $0.caseFile(changing: healthy) }
    let cases = try #require(SampleCases.json("cases")["cases"]?.array)
    return try (cases + probes).map { json in
      let file = try CaseFile(decoding: json.bytes, for: pack)
      return pack.assess(file.answers, file.evaluation)
    }
  }
}
