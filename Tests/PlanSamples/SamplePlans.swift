import Clinical
import Foundation
import Handout
import JSON

/// Plans to print: the three cases of the specification, random ones, and names in eight scripts.
package enum SamplePlans {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  package static let pack = Result<ContentPack, any Error> {
    let folder = tests.deletingLastPathComponent().appending(path: "sql/content")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try ContentPack(
      files: Dictionary(
        uniqueKeysWithValues: files.filter { $0.pathExtension == "json" }.map {
          ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
        }))
  }

  /// The plan drafted for a case of cases.json.
  package static func ofCase(_ index: Int, name: String = "Marta Lind") throws -> PlanSource {
    let pack = try pack.get()
    let bytes = Array(try Data(contentsOf: tests.appending(path: "ClinicalTests/Data/cases.json")))
    let cases = try JSON(parsing: bytes)["cases"]?.array ?? []
    let file = try CaseFile(decoding: cases[index].bytes, for: pack)
    let assessment = pack.assess(file.answers, file.evaluation)
    return PlanSource(
      practiceName: "Stillwater Massage", practiceContact: "12 Harbour Street · +1 555 010 0123", clientName: name,
      therapistName: "Mira Holm", issuedOn: try day("2026-11-16"), nextVisit: try day("2026-12-07"),
      pageLink: "https://plans.stillwater.example/p/7KQ2M9XDc0ffee",
      items: assessment.plan.draft.map { item(for: $0, in: assessment) }, assessment: assessment,
      evaluation: file.evaluation)
  }

  private static func item(for id: HomeCareItem.ID, in assessment: Assessment) -> PlanItem {
    let offer = assessment.plan.offers.first { $0.item == id }
    return .init(item: id, sources: offer?.sources ?? [], effect: offer?.effect, reasons: offer?.reasons ?? [])
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

  /// A random choice of items, reasons, notes and names; the same seed gives the same plan.
  package static func random(seed: UInt64) throws -> PlanSource {
    var random = SplitMix(state: seed)
    let pack = try pack.get()
    var plan = try ofCase(Int.random(in: 0..<3, using: &random), name: prose(2...5, &random))
    plan.items = pack.items.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)).map { item in
      let reasons = item.contraindications.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      let sources = pack.hypotheses.map(\.id.rawValue) + pack.redFlags.map(\.id.rawValue) + ["core", "interest"]
      return .init(
        item: item.id, sources: Array(sources.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))),
        effect: reasons.map(\.effect).max(), reasons: reasons.map(\.id.rawValue),
        override: Bool.random(using: &random) ? ItemOverride(reason: prose(3...20, &random)) : nil,
        note: Bool.random(using: &random) ? prose(3...60, &random) : nil)
    }
    plan.message = Bool.random(using: &random) ? prose(5...80, &random) : nil
    plan.nextVisit = Bool.random(using: &random) ? plan.nextVisit : nil
    plan.pageLink = Bool.random(using: &random) ? plan.pageLink : nil
    plan.contentReviewedBy = Bool.random(using: &random) ? prose(2...3, &random) : nil
    return plan
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

package struct SplitMix: RandomNumberGenerator {
  package var state: UInt64

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
