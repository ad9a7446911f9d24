import Clinical
import Installation
import Testing

@testable import Care

@Suite struct EvaluationTemplateTests {
  private let pack: ContentPack

  init() throws { pack = try ShareDirectory.contentPack() }

  @Test(arguments: [
    ("pf.shoulder_height_deg", "deg, -20 to 20, + = right"),
    ("pf.pelvic_tilt", "deg, -25 (marked posterior) to 45 (marked anterior)"),
    ("pf.fhp_cva", "deg, 20 to 80"), ("str.glute_max", "grade 0-5"),
    ("pf.head_rotation", "grade 0-3, then left or right"),
  ])
  func saysWhatMayBeWritten(finding: String, range: String) {
    #expect(pack.finding(FindingDefinition.ID(rawValue: finding))?.range == range)
  }

  @Test(arguments: [
    ("upper trap, right, active, 3, taut, refers", "upper_trapezius", "shoulder_top_r", 3),
    ("right upper traps active", "upper_trapezius", "shoulder_top_r", 2),
    ("QL left latent", "quadratus_lumborum", "low_back_l", 1),
    ("quadratus_lumborum low_back_l active 3 taut refers", "quadratus_lumborum", "low_back_l", 3),
    ("levater scapulae, l, active, tender 4/4", "levator_scapulae", "shoulder_top_l", 4),
    ("glute max right active 2", "gluteus_maximus", "buttock_r", 2),
    ("upper trapezius, right, back of neck, active", "upper_trapezius", "neck_back_r", 2),
  ])
  func readsATriggerPointInPlainWords(typed: String, muscle: String, region: String, tender: Int) throws {
    let point = try #require(try read("trigger = \(typed)").evaluation.triggerPoints.first)
    #expect(point.muscle.rawValue == muscle && point.region.rawValue == region && point.tender == tender)
    #expect(point.tautBand == typed.contains("taut") && point.refers == typed.contains("refers"))
  }

  @Test(arguments: [
    ("trap, right, active", "Upper trapezius, Middle trapezius, Lower trapezius"),
    ("upper trap, active", "left or right?"),
    ("upper trap, right", "active, latent or gone"), ("piriformus maximus, left, gone", "no place is called “maximus”"),
    ("flurbis, left, gone", "near: "),
    ("upper trap, right, knee, active", "the muscle is at: "),
  ])
  func saysWhatIsMissingOfATriggerPoint(typed: String, reason: String) {
    #expect(fault("trigger = \(typed)").contains(reason), "\(fault("trigger = \(typed)"))")
  }

  @Test(arguments: [
    ("pf.fhp_cva left = 45°", Finding.sided(left: .number(45), right: nil)),
    ("pf.fhp_cva = 44 45", .sided(left: .number(44), right: .number(45))),
    ("pf.fhp_cva = mild, usual", .sided(left: .word("mild"), right: .word("usual"))),
    ("pf.fhp_cva right = mod", .sided(left: nil, right: .word("moderate"))),
    ("pf.pelvic_tilt left = mild ant", .sided(left: .word("mild anterior"), right: nil)),
    ("pf.shoulder_height = mild right", .single(.word("mild right"))), ("pf.kyphosis = flat", .single(.word("flat"))),
    ("pf.scap_winging = type1 none", .sided(left: .word("type1"), right: .word("none"))),
    ("sp.east left = pos", .sided(left: .word("positive"), right: nil)),
    ("pf.fhp_cva = both mild", .sided(left: .word("mild"), right: .word("mild"))),
    ("pf.fhp_cva = mild left", .sided(left: .word("mild"), right: nil)),
    ("pf.fhp_cva = right 44", .sided(left: nil, right: .number(44))),
    ("pf.knee_side = very b", .single(.word("very bent"))),
    ("pf.shoulder_height = left marked", .single(.word("marked left"))),
  ])
  func readsAValueAsItIsSaid(line: String, finding: Finding) throws {
    #expect(try read(line).evaluation.findings.values.first == finding)
  }

  @Test(arguments: [
    ("pf.fhp_cva left = mldd", "usual | mild | moderate | marked", "“pf.fhp_cva left = mldd”"),
    ("pf.shoulder_height = mild", "to which side?", "mild left, or mild right"),
    ("pf.fph_cva left = 4", "perhaps pf.fhp_cva", "fph"),
    ("pf.scap_winging left = tipe1", "perhaps type1", "none | type1"), ("pf.atr = mild", "not a number", "deg"),
    ("pf.fhp_cva left = modrate", "usual | mild | moderate | marked", "Did you mean moderate?"),
    ("pf.shoulder_height = modrate left", "nor a grade by eye", "Did you mean moderate left?"),
    ("pf.shoulder_height = modrate", "nor a grade by eye", "Did you mean moderate left or moderate right?"),
    ("pf.shoulder_height = both mild", "to which side?", "mild left, or mild right"),
  ])
  func anErrorNamesTheLineTheChoicesAndTheNearest(line: String, first: String, second: String) {
    #expect(fault(line).contains(first) && fault(line).contains(second), "\(fault(line))")
  }

  /// Both sides at once are what most findings have, so the reason says why this one takes a single value.
  @Test(arguments: [
    ("pf.atr = 20 22", "not taken on each side"), ("pf.shoulder_height = 3 4", "its sign says the side"),
    ("pf.fhp_cva left = 44 45", "that of one side"),
  ])
  func twoValuesWhereOneIsMeantAreSaidToBeTwo(line: String, reason: String) {
    #expect(fault(line).contains("is two values: one is wanted here") && fault(line).contains(reason), "\(fault(line))")
  }

  /// A grade by eye raises what the least value of its band would raise.
  @Test func aGradeByEyeCountsAsItsBand() throws {
    for finding in pack.findings where finding.isGradedByEye {
      for band in finding.bands {
        let grade = finding.sides == .signed && band.severity > 0 ? "\(band.label) left" : band.label
        let number = try #require(finding.number(byEye: grade), "\(finding.id) \(grade)")
        let sided = finding.sides == .lr
        func severity(_ value: FindingValue) -> Int?? {
          let recorded = sided ? Finding.sided(left: value, right: nil) : .single(value)
          return pack.assess(Answers(), Evaluation(findings: [finding.id: recorded])).severities[finding.id]
        }
        #expect(severity(.word(grade)) == band.severity && severity(.number(number)) == band.severity)
      }
    }
    #expect(pack.evaluationWalk[0].findings.count == 12)
  }

  @Test func whatAFilledTemplateSaysIsReadAgain() throws {
    let text = """
      pf.fhp_cva = mild 45
      pf.shoulder_height = marked left
      trigger = upper trap, right, active, 3, taut
      clothing = fitted, bare feet
      """
    let evaluation = try read(text).evaluation
    let template = EvaluationTemplate(pack: pack)
    let edited = template.text(title: "Again", filled: evaluation).split(separator: "\n").filter { !$0.hasPrefix("#!") }
    #expect(try template.read(edited.joined(separator: "\n")).evaluation == evaluation)
    #expect(evaluation.conditions == [.clothing: "fitted, bare feet"])
  }

  private func read(_ line: String) throws -> CheckedFindings { try EvaluationTemplate(pack: pack).read(line) }

  private func fault(_ line: String) -> String {
    do {
      _ = try read(line)
      return ""
    } catch CareRefusal.evaluation(.unreadable(let faults)) {
      return faults.joined(separator: " ")
    } catch {
      return "\(error)"
    }
  }

  /// Without the sign's meaning a number could be taken for the other side's.
  @Test func saysWhichSidePlusIs() {
    let signed = pack.findings.filter { $0.sides == .signed }
    #expect(!signed.isEmpty)
    for finding in signed { #expect(finding.range.contains("+ = "), "\(finding.id)") }
  }
}
