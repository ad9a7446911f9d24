import Clinical
import JSON
import Testing

/// Case files come from people and programs: one that cannot be read is refused with a message and never traps.
struct CaseFileTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func faults(_ text: String) -> [String] {
    do throws(MalformedInput) {
      _ = try CaseFile(decoding: Array(text.utf8), for: pack)
      return []
    } catch {
      return error.faults
    }
  }

  @Test(arguments: [
    ("", "not JSON: line 1, column 1: the text ends where a value should be"),
    ("{\"answers\": {", "not JSON: line 1, column 14: a member name in quotes is missing"),
    ("{\"answers\": {}} x", "not JSON: line 1, column 17: more text after the end of the value"),
    ("[]", "a case is an object with a member \"answers\""),
    ("{\"findings\": {}}", "a case is an object with a member \"answers\""),
    ("{\"answers\": []}", "answers must be an object of question id to value"),
    (
      "{\"answers\": {\"pain.now\": 1, \"pain.now\": 2}}",
      "not JSON: line 1, column 29: the member \"pain.now\" is there twice"
    ),
  ])
  func saysWhatIsWrongWithTheFile(_ text: String, _ fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test(arguments: [
    (#""pain.noww": 4"#, "pain.noww: the pack has no such question"),
    (#""pain.now": "four""#, "pain.now: the value does not fit a question of type int"),
    (#""pain.now": 4.5"#, "pain.now: must be a whole number"),
    (#""pain.now": {"value": 4}"#, "pain.now: the value has a shape that no answer has"),
    (#""pain.now": 1e999"#, "not JSON"),
    (#""pain.present": "perhaps""#, "pain.present: no choice perhaps"),
    (#""pain.present": ["yes"]"#, "pain.present: the value does not fit a question of type single"),
    (#""safety.skin": ["rash", "scales"]"#, "safety.skin: no choice scales"),
    (#""safety.skin": ["rash", 7]"#, "safety.skin: the value has a shape that no answer has"),
    (#""visit.date": "2026-13-01""#, "visit.date: a date is YYYY-MM-DD"),
    (#""pain.map": [{"region": "wing_l"}]"#, "pain.map: no region wing_l"),
    (
      #""pain.map": [{"region": "low_back_l", "nrs": "7"}]"#,
      "pain.map: the value does not fit a question of type region_map"
    ),
    (#""pain.map": [{"region": "low_back_l", "symptoms": ["joy"]}]"#, "pain.map: no symptom joy"),
    (#""consent.treatment": "yes""#, "consent.treatment: the value does not fit a question of type consent"),
  ])
  func namesTheAnswerItCannotRead(_ member: String, _ fault: String) {
    #expect(faults("{\"answers\": {\(member)}}").first?.hasPrefix(fault) == true)
  }

  @Test(arguments: [
    (#""findings": {"pf.nose": 4}"#, "pf.nose: the pack has no such finding"),
    (#""findings": {"pf.atr": "six"}"#, "pf.atr: the value does not fit a finding of kind measure"),
    (#""findings": {"pf.fhp_cva": "six"}"#, "pf.fhp_cva: no grade six"),
    (#""findings": {"pf.atr": true}"#, "pf.atr: the value has a shape that no finding has"),
    (#""findings": {"pf.atr": {"left": 4, "top": 5}}"#, "pf.atr: the value has a shape that no finding has"),
    (#""findings": {"sp.east": {"left": "maybe"}}"#, "sp.east: no choice maybe"),
    (#""findings": []"#, "findings must be an object of finding id to value"),
    (#""trigger_points": {}"#, "trigger_points must be a list"),
    (#""trigger_points": [{"muscle": "scalenes"}]"#, "trigger point 1: needs muscle, region"),
    (
      #""trigger_points": [{"muscle": "heart", "region": "chest_l", "status": "active", "tender": 2}]"#,
      "trigger point 1: no muscle heart"
    ),
  ])
  func namesTheFindingItCannotRead(_ member: String, _ fault: String) {
    #expect(faults("{\"answers\": {}, \(member)}").first?.hasPrefix(fault) == true)
  }

  @Test func collectsEveryFault() {
    #expect(faults(#"{"answers": {"a.b": 1, "c.d": 2}, "findings": {"e.f": 3}}"#).count == 3)
  }

  @Test func takesAnEmptyCaseAndOneWithNulls() {
    #expect(faults(#"{"answers": {}}"#).isEmpty)
    #expect(faults(#"{"answers": {"pain.now": null}, "findings": null, "trigger_points": null, "story": "x"}"#).isEmpty)
  }

  @Test func takesATableRowWithEmptyCells() {
    #expect(faults(#"{"answers": {"meds.list": [{"name": "Aspirin", "dose": null}]}}"#).isEmpty)
  }

  @Test func survivesDeepNestingAndEveryCutOfAFile() throws {
    #expect(
      faults(String(repeating: "[", count: 100_000)) == ["not JSON: line 1, column 65: nested deeper than 64 levels"])
    let whole = try person("case.b").bytes
    for end in stride(from: 0, to: whole.count, by: 97) {
      #expect(throws: MalformedInput.self) { try CaseFile(decoding: Array(whole[..<end]), for: pack) }
    }
  }
}
