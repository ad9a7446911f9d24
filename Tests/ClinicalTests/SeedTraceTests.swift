import Clinical
import JSON
import Testing

/// Every fact that the content was drawn from leads to an element of the pack.
struct SeedTraceTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  @Test func leadsEveryFactToSomethingInThePack() throws {
    let trace = try TestData.json("seedtrace")
    let facts = try #require(trace["facts"]?.array)
    #expect(facts.count == 212)
    let documents = Set((trace["doc_targets"]?.members ?? []).map(\.key))
    for fact in facts {
      let id = fact["id"]?.string ?? ""
      let targets = fact["maps_to"]?.strings ?? []
      #expect(!targets.isEmpty, "\(id) leads nowhere")
      for target in targets {
        #expect(documents.contains(target) || exists(target), "\(id) leads to \(target), which is not in the pack")
      }
    }
  }

  /// Where a fact is wrong, unproven or narrower than claimed, the product's reader is told so, and not only this
  /// table.
  @Test func saysWhereAUserReadsItWhatIsNotTrueOfAFact() throws {
    let facts = try #require(try TestData.json("seedtrace")["facts"]?.array)
    let told = facts.filter { $0["said"] != nil }
    #expect(told.count == 31)
    for fact in told {
      let by = fact["said"]?["by"]?.string ?? ""
      let words = fact["said"]?["words"]?.string ?? ""
      #expect(try read(by).contains(words), "\(fact["id"]?.string ?? ""): \(by) does not say “\(words)”")
    }
    for fact in facts where ["unsupported", "wrong"].contains(fact["claim"]?.string) && fact["note"]?.string != "" {
      let isLeftOut = fact["maps_to"]?.strings == ["doc.out_of_scope"]
      #expect(fact["said"] != nil || isLeftOut, "\(fact["id"]?.string ?? "") is corrected only in its note")
    }
  }

  /// Everything that the explanation of an item, a flag or a hypothesis prints about it, and the words of the item itself.
  private func read(_ target: String) throws -> String {
    let assessment = pack.assess(try baselineAnswers())
    if let item = pack.item(.init(rawValue: target)) {
      let explained = try #require(pack.explain(item.id, for: assessment)).text
      return ([item.title] + item.steps + [item.progression] + item.stopIf + [explained]).joined(separator: "\n")
    }
    if let flag = pack.redFlag(.init(rawValue: target)) {
      return [flag.title, flag.clientMessage, flag.therapistAction, flag.note ?? ""].joined(separator: "\n")
    }
    let hypothesis = try #require(pack.hypothesis(.init(rawValue: target)))
    return [hypothesis.title, hypothesis.plainExplanation, hypothesis.evidenceNote].joined(separator: "\n")
  }

  private func exists(_ target: String) -> Bool {
    if target == "trp.entries" { return true }
    if let hash = target.firstIndex(of: "#") {
      let question = pack.question(.init(rawValue: String(target[..<hash])))
      return question?.choices.contains { $0.id.rawValue == target[target.index(after: hash)...] } ?? false
    }
    return pack.question(.init(rawValue: target)) != nil || pack.finding(.init(rawValue: target)) != nil
      || pack.redFlag(.init(rawValue: target)) != nil || pack.hypothesis(.init(rawValue: target)) != nil
      || pack.item(.init(rawValue: target)) != nil || pack.pattern(.init(rawValue: target)) != nil
      || pack.region(.init(rawValue: target)) != nil || pack.group(.init(rawValue: target)) != nil
  }
}
