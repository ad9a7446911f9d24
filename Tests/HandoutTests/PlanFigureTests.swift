import Clinical
import Foundation
import Handout
import PlanSamples
import TestSupport
import Testing
import Typesetting

/// What drafted plans ask of a client, over every vignette, the three cases and random cases; `Tests/Exhaustive/run`
/// takes 2,000 random cases. The figures are printed.
@Suite struct PlanFigureTests {
  private static let isExhaustive = ProcessInfo.processInfo.environment["PLUMBLINE_EXHAUSTIVE"] != nil
  private let pack: ContentPack
  private let named: [(name: String, plan: PlanSource)]
  private var plans: [PlanSource] { named.map(\.plan) }

  init() throws {
    pack = try SamplePlans.pack.get()
    named =
      try (0..<3).map { ("case \($0)", try SamplePlans.ofCase($0)) } + SamplePlans.ofVignettes()
      + SamplePlans.ofRandomCases(Self.isExhaustive ? 2000 : 60).enumerated().map {
        ("drafted\($0.offset)", $0.element)
      }
  }

  @Test func aPlanStartsWithTwoToFourThingsOfDifferentKinds() throws {
    var counts: [Int: Int] = [:]
    for plan in plans {
      let now = plan.items.filter { $0.phase == 1 }.compactMap { pack.item($0.item) }.filter(\.isThingToDo)
      #expect(now.count <= 4)
      #expect(Set(now.map(\.category)).count == now.count)
      guard plan.assessment.plan.mode == .normal else { continue }
      counts[now.count, default: 0] += 1
    }
    #expect((counts[0] ?? 0) == 0)
    let sorted = counts.sorted { $0.key < $1.key }.map { "\($0.key) in \($0.value)" }.joined(separator: ", ")
    print("figures: things to do in phase 1 of \(counts.values.reduce(0, +)) plans in normal mode: \(sorted)")
  }

  @Test func neverDraftsTwoThatDoTheSame() {
    for plan in plans {
      let drafted = Set(plan.items.map(\.item))
      for group in pack.drafting.twins { #expect(drafted.intersection(group).count <= 1, "\(group)") }
      let beside = plan.assessment.plan.draft.compactMap(pack.item).filter { !$0.isThingToDo && !$0.core }
      let unasked = beside.filter { item in
        plan.items.first { $0.item == item.id }?.sources.contains { $0.hasPrefix("rf.") || $0 == "redflag" } != true
      }
      #expect(unasked.count <= 2, "\(unasked.map(\.id))")
    }
  }

  @Test func everyItemAndCauseSaysHowSureWeAre() {
    let label = "How sure we are:"
    var (said, silent) = (0, 0)
    for plan in plans {
      for block in Handout(plan, content: pack).blocks {
        let speaks: [Bool] =
          switch block {
          case .item(let item): [item.afterwards.contains { $0.label == label }]
          case .findings(let findings): findings.map { $0.remarks.contains { $0.label == label } }
          case .callout(_, let lines, .help): [lines.contains { $0.hasPrefix(label) }]
          default: []
          }
        said += speaks.count { $0 }
        silent += speaks.count { !$0 }
      }
    }
    #expect(silent == 0)
    print("figures: items and causes in \(plans.count) plans: \(said) say how sure we are, \(silent) do not")
  }

  @Test func aPlanIsThreeToFourPagesAndEachButTheLastIsWellFilled() async throws {
    var (pages, emptiest): ([Int], [Double]) = ([], [])
    for (index, (name, plan)) in named.enumerated() where plan.assessment.plan.mode == .normal {
      if !Self.isExhaustive, index % 12 != 0 { continue }
      let paper: Paper = index % 2 == 0 ? .a4 : .letter
      let fills = try await Handout(plan, content: pack).fills(paper: paper)
      pages.append(fills.count)
      emptiest.append(fills.dropLast().min() ?? 1)
      #expect(fills.count <= 5, "\(name) on \(paper)")
      #expect(fills.dropLast().allSatisfy { $0 >= 2.0 / 3 }, "\(name) on \(paper): \(fills)")
    }
    let (sorted, least) = (pages.sorted(), emptiest.sorted())
    let counts = Dictionary(grouping: sorted) { $0 }.sorted { $0.key < $1.key }
    print(
      "figures: pages of \(pages.count) plans: median \(sorted[sorted.count / 2]), most \(sorted.last ?? 0) ("
        + counts.map { "\($0.key) in \($0.value.count)" }.joined(separator: ", ")
        + "); the emptiest page but the last: median \(least[least.count / 2]), least \(least.first ?? 0), "
        + "below two thirds in \(least.count { $0 < 2.0 / 3 })")
    #expect((3...4).contains(sorted[sorted.count / 2]))
  }

  @Test func aDoseOfTheHandIsWithinItsBoundsAndIsWhatThePaperSays() throws {
    let pack = try SamplePlans.extended.get()
    let seeds = 0..<(Self.isExhaustive ? 2000 : 100)
    var (doses, own, outside, unsaid) = (0, 0, 0, 0)
    for seed in seeds {
      let plan = try SamplePlans.random(seed: UInt64(seed))
      let printed = Handout(plan, content: pack).blocks.compactMap { block in
        if case .item(let item) = block { item } else { nil }
      }
      for entry in plan.items {
        own += entry.item.rawValue.hasPrefix(OwnItem.prefix) ? 1 : 0
        guard let dose = entry.dose, let item = pack.item(entry.item), item.isThingToDo else { continue }
        doses += 1
        outside += item.faults(of: dose).count
        let words = DoseWording(item.prescribed(dose).dose).sentence.canonical
        unsaid += printed.contains { $0.title == item.title.canonical && $0.dose.hasPrefix(words) } ? 0 : 1
      }
    }
    print(
      "figures: \(doses) doses of the hand in \(seeds.count) plans with \(own) own items: \(outside) outside of their "
        + "bounds, \(unsaid) that the paper does not say")
    #expect(doses > seeds.count / 2 && own > 0 && outside == 0 && unsaid == 0)
  }

  @Test func draftedPlansCarryTheSameWordsOnPaperAndAsText() async throws {
    let compared = Self.isExhaustive ? named : named.enumerated().filter { $0.offset % 36 == 0 }.map(\.element)
    var unequal = 0
    for (name, plan) in compared {
      let difference = try await Handout(plan, content: pack).inequality()
      unequal += difference == nil ? 0 : 1
      #expect(difference == nil, "\(name)")
    }
    print("figures: paper and text of \(compared.count) drafted plans: \(unequal) differ")
  }
}

extension Handout {
  /// How far down each page is printed on, as a fraction of the height between the margins.
  fileprivate func fills(paper: Paper) async throws -> [Double] {
    let file = try PrintedFile(pdf(paper: paper))
    defer { file.remove() }
    let dotsPerInch = 24.0
    let points = 72 / dotsPerInch
    return try await file.greyPages(dotsPerInch: Int(dotsPerInch)).map { page in
      let height = Double(page.count) * points
      let last = page.lastIndex { row in
        row.contains { $0 < 250 }
      }
      return ((Double(last ?? 0) + 1) * points - 36) / (height - 82)
    }
  }
}

extension PrintedFile {
  /// The pages as rows of grey dots down to the line above the page's number.
  fileprivate func greyPages(dotsPerInch: Int) async throws -> [[ArraySlice<UInt8>]] {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/pdftoppm"), ["-gray", "-r", "\(dotsPerInch)", url.path])
    var rest = run.output[...]
    var pages: [[ArraySlice<UInt8>]] = []
    while let header = String(decoding: rest.prefix(40), as: UTF8.self).prefixMatch(of: /P5\s(\d+) (\d+)\s255\s/),
      let width = Int(header.1), let height = Int(header.2)
    {
      let dots = rest.dropFirst(header.0.utf8.count)
      let end = dots.startIndex + width * height
      let shown = height - 46 * dotsPerInch / 72 - 1
      pages.append((0..<shown).map { dots[dots.startIndex + $0 * width..<dots.startIndex + ($0 + 1) * width] })
      rest = dots[end...]
    }
    return pages
  }
}
