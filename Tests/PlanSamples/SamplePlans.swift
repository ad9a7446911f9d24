import Clinical
import Foundation
import Handout
import JSON

/// Plans to print: the three cases of the specification, random ones, and names in eight scripts.
package enum SamplePlans {
  package static let pack = Result<ContentPack, any Error> {
    let folder = SampleCases.folder.appending(path: "../../../sql/content").standardized
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try ContentPack(
      files: Dictionary(
        uniqueKeysWithValues: files.filter { $0.pathExtension == "json" }.map {
          ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
        }))
  }

  /// The plan drafted for a case of cases.json.
  package static func ofCase(_ index: Int, name: String = "Marta Lind") throws -> PlanSource {
    let cases = try SampleCases.json("cases")["cases"]?.array ?? []
    return try plan(of: CaseFile(decoding: cases[index].bytes, for: pack.get()), name: name)
  }

  /// The plans drafted for the vignettes, by their ids.
  package static func ofVignettes() throws -> [(name: String, plan: PlanSource)] {
    let healthy = try SampleCases.healthy()
    return try SampleCases.vignettes().map { vignette in
      let file = try CaseFile(decoding: vignette.caseFile(changing: healthy).bytes, for: pack.get())
      return (vignette["id"]?.string ?? "", try plan(of: file))
    }
  }

  /// The plans drafted for random cases.
  package static func ofRandomCases(_ count: Int) throws -> [PlanSource] {
    var generator = CaseGenerator(pack: try pack.get(), seed: 16)
    return try (0..<count).map { _ in try plan(of: CaseFile(decoding: generator.next().bytes, for: pack.get())) }
  }

  private static func plan(of file: CaseFile, name: String = "Marta Lind") throws -> PlanSource {
    let assessment = try pack.get().assess(file.answers, file.evaluation)
    return PlanSource(
      practiceName: "Stillwater Massage", practiceContact: "12 Harbour Street · +1 555 010 0123", clientName: name,
      therapistName: "Mira Holm", issuedOn: try day("2026-11-16"), nextVisit: try day("2026-12-07"),
      pageLink: "https://plans.stillwater.example/p/7KQ2M9XDc0ffee",
      items: assessment.plan.items, assessment: assessment, evaluation: file.evaluation)
  }

  package static func day(_ text: String) throws -> CalendarDate {
    struct NoSuchDay: Error {}
    guard let day = CalendarDate(iso: text) else { throw NoSuchDay() }
    return day
  }

  /// What a client, a therapist and a practice are called in eight scripts, and a sentence to the client.
  package static let scripts: [(name: String, words: String)] = [
    ("Zoë Müller-Łukasz", "Take it slowly: “good” pain only, 5–10 seconds."),
    ("Ελένη Παπαδοπούλου", "Αργά, χωρίς πόνο, πέντε φορές."), ("Анна Петрова", "Медленно, без боли, пять раз."),
    ("محمد العلي", "ببطء، دون ألم، خمس مرات (5)."), ("דוד כהן", "לאט, בלי כאב, 5 פעמים."),
    ("王小明", "慢慢来，不要疼，五次。"), ("प्रिया शर्मा", "धीरे-धीरे, बिना दर्द के, पाँच बार।"), ("สมชาย น้ำใจ", "ช้าๆ ไม่เจ็บ ห้าครั้ง"),
  ]

  /// The plan of a case with one script's words in every place that takes what a person typed.
  package static func inScript(_ index: Int, ofCase number: Int) throws -> PlanSource {
    let (name, words) = scripts[index]
    var plan = try ofCase(number, name: name)
    (plan.practiceName, plan.practiceContact, plan.therapistName) = (name, words, name)
    (plan.message, plan.contentReviewedBy) = (words, name)
    for item in plan.items.indices { plan.items[item].note = words }
    return plan
  }

  /// A random choice of items of the content and of the practice, reasons, doses, notes and names, to be printed with the
  /// content that is `extended`; the same seed gives the same plan.
  package static func random(seed: UInt64) throws -> PlanSource {
    var random = SplitMix(state: seed)
    let pack = try extended.get()
    var plan = try ofCase(Int.random(in: 0..<3, using: &random), name: prose(2...5, &random))
    plan.items = pack.items.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)).map { item in
      let reasons = item.contraindications.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      let sources = pack.hypotheses.map(\.id.rawValue) + pack.redFlags.map(\.id.rawValue) + ["core", "interest"]
      return .init(
        item: item.id, phase: Int.random(in: 1...3, using: &random),
        sources: Array(sources.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))),
        effect: reasons.map(\.effect).max(), reasons: reasons.map(\.id.rawValue),
        override: Bool.random(using: &random) ? ItemOverride(reason: prose(3...20, &random)) : nil,
        dose: Bool.random(using: &random) ? dose(of: item, &random) : nil,
        note: Bool.random(using: &random) ? prose(3...60, &random) : nil)
    }
    plan.pictures = try pictures.get()
    plan.message = Bool.random(using: &random) ? prose(5...80, &random) : nil
    plan.nextVisit = Bool.random(using: &random) ? plan.nextVisit : nil
    plan.pageLink = Bool.random(using: &random) ? plan.pageLink : nil
    plan.contentReviewedBy = Bool.random(using: &random) ? prose(2...3, &random) : nil
    return plan
  }

  /// A dose within the item's bounds.
  private static func dose(of item: HomeCareItem, _ random: inout SplitMix) -> DoseChange {
    var change = DoseChange(side: Bool.random(using: &random) ? .left : nil)
    for amount in Dose.Amount.allCases where Bool.random(using: &random) {
      guard let bounds = item.bounds(of: amount) else { continue }
      change.amounts[amount] = Int.random(in: bounds, using: &random)
    }
    return change
  }

  private static func prose(_ count: ClosedRange<Int>, _ random: inout SplitMix) -> String {
    (0..<Int.random(in: count, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      .joined(separator: " ")
  }

  private static let words = """
    the your slowly neck shoulder left-hand low-load breathe in/out hold 5–10 seconds until you feel a gentle pull, \
    then let go; repeat if it’s easy (never force it) — about 30° or ½ a turn. office flat file affluent waffle fjord \
    “good” pain Müller Łukasz naïve Ødegård up-and-down self-massage-friendly 3×10 1:30 100% knees & feet A4 #2 it \
    Ελένη Анна well-known Nguyễn Thị
    """.split(separator: " ").map(String.init)
}

/// A small generator whose numbers are the same on every machine (Steele, Lea and Flood 2014).
package struct SplitMix: RandomNumberGenerator {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
