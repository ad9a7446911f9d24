import Foundation
import Handout
import PlanSamples

/// Prints documents for the checkers of accessible PDF: the plan of each case in each of eight scripts, an intake, an
/// evaluation, a visit, the paper form, and random plans on both papers in both sizes of print.
/// Given names of vignettes, or `drafted7` for the random case of that number, it prints their plans instead, as PDF and as
/// text.
/// usage: print-samples FOLDER RANDOM-PLANS | print-samples FOLDER VIGNETTE|draftedNUMBER ...
@main
struct PrintSamples {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments[1])
    let pack = try SamplePlans.pack.get()
    func write(_ document: Handout, _ name: String, paper: Paper = .a4, largePrint: Bool = false) throws {
      let bytes = try document.pdf(paper: paper, largePrint: largePrint)
      try Data(bytes).write(to: folder.appending(path: "\(name).pdf"))
    }
    let names = CommandLine.arguments.dropFirst(2).filter { Int($0) == nil }
    for (name, plan) in try named(Set(names)) {
      let handout = Handout(plan, content: pack)
      try write(handout, name)
      try Data(handout.text().utf8).write(to: folder.appending(path: "\(name).txt"))
    }
    guard names.isEmpty else { return }
    for script in SamplePlans.scripts.indices {
      for number in 0..<3 {
        let plan = try SamplePlans.inScript(script, ofCase: number)
        try write(Handout(plan, content: pack), "script\(script)-case\(number)")
      }
    }
    for isLarge in [false, true] {
      let size = isLarge ? "-large" : ""
      try write(Handout(SamplePlans.intake(), content: pack), "intake\(size)", largePrint: isLarge)
      try write(Handout(SamplePlans.evaluation(), content: pack), "evaluation\(size)", largePrint: isLarge)
      try write(Handout(SamplePlans.visit()), "visit\(size)", largePrint: isLarge)
      try write(Handout(formOf: pack, practiceName: "Stillwater Massage"), "form\(size)", largePrint: isLarge)
    }
    for seed in 0..<(Int(CommandLine.arguments[2]) ?? 0) {
      let plan = try SamplePlans.random(seed: UInt64(seed))
      try write(
        Handout(plan, content: SamplePlans.extended.get()), "random\(seed)", paper: seed % 2 == 0 ? .a4 : .letter,
        largePrint: seed % 3 == 0)
    }
  }

  private static func named(_ names: Set<String>) throws -> [(name: String, plan: PlanSource)] {
    if names.isEmpty { return [] }
    let numbers = names.compactMap { $0.hasPrefix("drafted") ? Int($0.dropFirst(7)) : nil }
    let drafted = try SamplePlans.ofRandomCases((numbers.max() ?? -1) + 1).enumerated().map {
      (name: "drafted\($0.offset)", plan: $0.element)
    }
    return try (SamplePlans.ofVignettes() + drafted).filter { names.contains($0.name) }
  }
}
