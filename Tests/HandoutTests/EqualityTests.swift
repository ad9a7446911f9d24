import Clinical
import Foundation
import Handout
import PlanSamples
import TestSupport
import Testing

@Suite struct EqualityTests {
  @Test(arguments: 0..<3, ["-raw", "-layout", nil])
  func paperAndTextOfACaseCarryTheSameWords(index: Int, mode: String?) async throws {
    let handout = Handout(try SamplePlans.ofCase(index), content: try SamplePlans.pack.get())
    let difference = try await handout.inequality(mode: mode)
    #expect(difference == nil)
  }

  @Test(arguments: 0..<3, Paper.allCases)
  func largePrintAndLetterCarryThemToo(index: Int, paper: Paper) async throws {
    let handout = Handout(try SamplePlans.ofCase(index), content: try SamplePlans.pack.get())
    let difference = try await handout.inequality(paper: paper, largePrint: true)
    #expect(difference == nil)
  }

  /// Items of the content and of the practice, with doses of the therapist's.
  @Test(arguments: sample(20, of: 0..<2000))
  func randomPlansCarryTheSameWords(seed: Int) async throws {
    let handout = Handout(try SamplePlans.random(seed: UInt64(seed)), content: try SamplePlans.extended.get())
    let difference = try await handout.inequality(
      paper: seed % 2 == 0 ? .a4 : .letter, largePrint: seed % 5 == 0, width: seed % 3 == 0 ? 40 : 72)
    #expect(difference == nil)
  }

  /// Each string of the corpora is a client's name, a note for an item and a message.
  @Test(arguments: sample(8, of: 0..<Corpora.batches))
  func anyStringSurvivesAsNameNoteAndTitle(batch: Int) async throws {
    let strings = try Corpora.strings(ofBatch: batch)
    let pack = try SamplePlans.pack.get()
    var plan = try SamplePlans.ofCase(2)
    plan.items = plan.items.prefix(1) + []
    let whole = strings.flatMap { string -> [Handout.Block] in
      plan.clientName = string
      plan.practiceName = string
      plan.therapistName = string
      plan.message = string
      plan.items[0].note = string
      return Handout(plan, content: pack).blocks.filter { !$0.isFigure }
    }
    var handout = Handout(plan, content: pack)
    handout.blocks = whole
    let difference = try await handout.inequality(width: 0)
    #expect(difference == nil)
  }
}

extension Handout.Block {
  fileprivate var isFigure: Bool {
    if case .regions = self { true } else { false }
  }
}

/// The Big List of Naughty Strings and strings of our own, in batches of one document each.
private enum Corpora {
  static let batches = 64

  static func strings(ofBatch batch: Int) throws -> [String] {
    struct Extra: Decodable { let s: String }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpora")
    let naughty = try JSONDecoder().decode([String].self, from: Data(contentsOf: folder.appending(path: "blns.json")))
    let extra = try JSONDecoder().decode(
      [Extra].self, from: Data(contentsOf: folder.appending(path: "extra_strings.json")))
    let all = naughty + extra.map(\.s)
    return all.indices.filter { $0 % batches == batch }.map { all[$0] }
  }
}
