import Clinical
import JSON
import PlanSamples
import Testing

/// A client and the outcome that is required, decided before the product was asked.
struct Vignette: CustomTestStringConvertible {
  let json: JSON
  let baseline: Answers

  var testDescription: String { json["id"]?.string ?? "" }

  static func all() throws -> [Vignette] {
    let baseline = try baselineAnswers()
    return try SampleCases.vignettes().map { Vignette(json: $0, baseline: baseline) }
  }

  var caseFile: JSON { json.caseFile(changing: baseline) }

  subscript(key: String) -> JSON? { json["expect"]?[key] }

  func items(_ key: String) -> Set<HomeCareItem.ID> {
    Set((self[key]?.strings ?? []).map(HomeCareItem.ID.init(rawValue:)))
  }

  private static let levels = ["none", "caution", "refer", "urgent", "emergency"]
  private static let triage = ["none": 0, "none_or_refer": 0, "refer": 2, "hold": 3, "emergency": 4]

  static func rank(of urgency: RedFlag.Urgency?) -> Int { levels.firstIndex(of: urgency?.rawValue ?? "none") ?? 0 }

  /// The lowest level that the strongest red flag must have.
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

  /// What is asked on cards after sending may never be answered.
  @Test(arguments: try Vignette.all())
  func triagesAlikeWithoutWhatIsAskedLater(_ vignette: Vignette) throws {
    let asked = Set(pack.pages.filter { !(pack.stage($0.stage)?.isDeeper ?? false) }.flatMap(\.questions))
    let answered = vignette.caseFile
    let members = (answered["answers"]?.members ?? []).filter { asked.contains(Question.ID(rawValue: $0.key)) }
    let early = JSON.object(
      (answered.members ?? []).filter { $0.key != "answers" } + [.init("answers", .object(members))])
    let (whole, first) = (try pack.assess(answered), try pack.assess(early))
    #expect(first.redFlags == whole.redFlags && first.plan.massage == whole.plan.massage)
  }

  @Test func findsEveryVignette() throws {
    let ids = try Vignette.all().map(\.testDescription)
    #expect(ids.count == 479)
    #expect(Set(ids).count == ids.count)
  }
}
