import Clinical
import JSON
import Testing

/// Every fact that the content was drawn from leads to something that exists in the pack.
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
