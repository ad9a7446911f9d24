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

  /// Without the sign's meaning a number could be taken for the other side's.
  @Test func saysWhichSidePlusIs() {
    let signed = pack.findings.filter { $0.sides == .signed }
    #expect(!signed.isEmpty)
    for finding in signed { #expect(finding.range.contains("+ = "), "\(finding.id)") }
  }
}
