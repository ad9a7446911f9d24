import Clinical
import Foundation
import JSON
import Testing

/// A client and what must come of it, decided before the product was asked.
struct Vignette: CustomTestStringConvertible {
  let json: JSON
  let baseline: Answers

  var testDescription: String { json["id"]?.string ?? "" }

  static func all() throws -> [Vignette] {
    let baseline = try baselineAnswers()
    let folder = TestData.folder.appending(path: "Data/Vignettes")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Vignette(json: try JSON(parsing: Array(Data(contentsOf: $0))), baseline: baseline) }
  }

  /// A whole case, or changes to the answers of a healthy person.
  var caseFile: JSON {
    let changed = json["set"]?.members ?? []
    let gone = Set(changed.map(\.key))
    let rest = (baseline.json.members ?? []).filter { !gone.contains($0.key) }
    return [
      "id": json["id"] ?? .null, "answers": json["answers"] ?? .object(rest + changed),
      "findings": json["findings"] ?? .null, "trigger_points": json["trigger_points"] ?? .null,
    ]
  }

  subscript(key: String) -> JSON? { json["expect"]?[key] }

  func items(_ key: String) -> Set<HomeCareItem.ID> {
    Set((self[key]?.strings ?? []).map(HomeCareItem.ID.init(rawValue:)))
  }

  private static let levels = ["none", "caution", "refer", "urgent", "emergency"]
  private static let triage = ["none": 0, "none_or_refer": 0, "refer": 2, "hold": 3, "emergency": 4]

  static func rank(of urgency: RedFlag.Urgency?) -> Int { levels.firstIndex(of: urgency?.rawValue ?? "none") ?? 0 }

  /// The least level of the strongest red flag.
  var leastLevel: Int? {
    self["min_level"]?.string.flatMap(Self.levels.firstIndex(of:)) ?? self["triage"]?.string.flatMap { Self.triage[$0] }
  }

  var greatestLevel: Int? { self["max_level"]?.string.flatMap(Self.levels.firstIndex(of:)) }
}

struct VignetteTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  @Test(arguments: try Vignette.all())
  func triagesAsTheVignetteWants(_ vignette: Vignette) throws {
    let assessment = try pack.assess(vignette.caseFile)
    let level = Vignette.rank(of: assessment.redFlags.compactMap { pack.redFlag($0)?.urgency }.max())
    #expect(level >= (try #require(vignette.leastLevel)), "\(assessment.redFlags)")
    if let greatest = vignette.greatestLevel { #expect(level <= greatest, "\(assessment.redFlags)") }
    if let massage = vignette["massage"]?.string { #expect(assessment.plan.massage.rawValue == massage) }
  }

  @Test(arguments: try Vignette.all())
  func offersNothingTheVignetteForbids(_ vignette: Vignette) throws {
    let assessment = try pack.assess(vignette.caseFile)
    let offered = Set(assessment.plan.offers.filter { $0.effect ?? .caution == .caution }.map(\.item))
    #expect(offered.isDisjoint(with: vignette.items("not_offered")))
    #expect(Set(assessment.plan.draft).isDisjoint(with: vignette.items("not_draft")))
    #expect(vignette.items("alerts").isSubset(of: Set(assessment.plan.usesAlerts.map(\.item))))
  }

  @Test func findsEveryVignette() throws {
    #expect(try Vignette.all().count >= 110)
  }
}
