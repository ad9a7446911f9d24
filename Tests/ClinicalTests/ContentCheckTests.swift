import Clinical
import JSON
import Testing

/// What `content check` finds, shown on the product's own pack with one thing broken.
struct ContentCheckTests {
  /// One member of one element set to something wrong, and the fault that must name it.
  struct Breakage: CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let list: String
    let id: String
    let key: String
    let value: String
    /// The place that the fault must name, if it is not the element itself.
    var place: String?
    let says: String
  }

  static let breakages = [
    Breakage(
      testDescription: "unknown question", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"q":"safety.legclot","op":"eq","v":"yes"}"#, says: "names the question safety.legclot"),
    Breakage(
      testDescription: "unknown choice", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"q":"safety.leg_clot","op":"eq","v":"perhaps"}"#, says: "names the choice perhaps"),
    Breakage(
      testDescription: "eq on a multi choice", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"q":"safety.skin","op":"eq","v":"rash"}"#, says: "whose type does not allow it"),
    Breakage(
      testDescription: "number compared with a word", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"q":"pain.now","op":"gte","v":"7"}"#, says: "can only be compared"),
    Breakage(
      testDescription: "number outside its bounds", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"q":"pain.now","op":"gte","v":11}"#, says: "outside its bounds"),
    Breakage(
      testDescription: "unknown form of rule", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"xor":[]}"#, says: "no such form of rule"),
    Breakage(
      testDescription: "empty group", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"any":[]}"#, says: "an empty group"),
    Breakage(
      testDescription: "rule missing", file: "redflags", list: "redflags", id: "rf.dvt", key: "when", value: "null",
      says: "when is missing"),
    Breakage(
      testDescription: "conclusion used before it is drawn", file: "redflags", list: "redflags", id: "rf.dvt",
      key: "when", value: #"{"hyp":"hyp.stress","min":"likely"}"#, says: "concluded later"),
    Breakage(
      testDescription: "dangling item", file: "redflags", list: "redflags", id: "rf.dvt", key: "suggests",
      value: #"["hc.leeches"]"#, says: "names the home-care item hc.leeches"),
    Breakage(
      testDescription: "urgent flag without a referral", file: "redflags", list: "redflags", id: "rf.dvt",
      key: "suggests", value: "[]", says: "must name a referral"),
    Breakage(
      testDescription: "tag that no item has", file: "redflags", list: "redflags", id: "rf.dvt", key: "blocks",
      value: #"{"tags":["leeches"],"items":[]}"#, says: "which no item has"),
    Breakage(
      testDescription: "flag nothing can raise", file: "redflags", list: "redflags", id: "rf.dvt", key: "when",
      value: #"{"all":[{"q":"safety.leg_clot","op":"eq","v":"yes"},{"q":"safety.leg_clot","op":"eq","v":"no"}]}"#,
      says: "can never be raised"),
    Breakage(
      testDescription: "apostrophe beside a gap", file: "redflags", list: "lexicons", id: "lex.self_harm",
      key: "phrases", value: #"["go on", "can’t ... go on"]"#, says: "phrases hold “can’t ... go on”"),
    Breakage(
      testDescription: "apostrophe of another kind in an exception", file: "redflags", list: "lexicons",
      id: "lex.self_harm", key: "except", value: #"["it`s over"]"#, says: "except hold “it`s over”"),
    Breakage(
      testDescription: "phrase that every word begins with", file: "redflags", list: "lexicons", id: "lex.self_harm",
      key: "phrases", value: #"["*"]"#, says: "phrases hold “*”"),
    Breakage(
      testDescription: "contraindication nothing can trigger", file: "homecare", list: "items",
      id: "hc.thoracic_extension", key: "contra",
      value: #"""
        [{"id":"c.test","effect":"block","note":"n","override":"none",
          "when":{"all":[{"q":"pain.now","op":"gte","v":8},{"q":"pain.now","op":"lte","v":2}]}}]
        """#, place: "hc.thoracic_extension/c.test", says: "is never triggered"),
    Breakage(
      testDescription: "contraindication with two meanings", file: "homecare", list: "items",
      id: "hc.thoracic_extension", key: "contra",
      value: #"""
        [{"id":"c.aer.heart","effect":"block","note":"n","override":"none",
          "when":{"q":"pain.present","op":"eq","v":"yes"}}]
        """#, place: "hc.thoracic_extension/c.aer.heart", says: "differs from the same id"),
    Breakage(
      testDescription: "unknown effect", file: "homecare", list: "items", id: "hc.thoracic_extension", key: "contra",
      value:
        #"[{"id":"c.test","effect":"maybe","note":"n","override":"none","when":{"q":"pain.present","op":"eq","v":"yes"}}]"#,
      place: "hc.thoracic_extension/c.test", says: "effect is not a word known here"),
    Breakage(
      testDescription: "reading grade above the limit", file: "homecare", list: "items", id: "hc.thoracic_extension",
      key: "steps",
      value: #"""
        ["Subsequently mobilise the thoracolumbar musculature throughout its comfortable physiological range.",
         "Concurrently maintain diaphragmatic respiration, avoiding compensatory cervical hyperextension.", "Repeat."]
        """#, says: "read at grade"),
    Breakage(
      testDescription: "unknown source", file: "homecare", list: "items", id: "hc.thoracic_extension", key: "evidence",
      value: #"{"grade":"low","note":"n","sources":["src.hearsay"]}"#, place: "hc.thoracic_extension.evidence",
      says: "names the source src.hearsay"),
    Breakage(
      testDescription: "unknown category", file: "homecare", list: "items", id: "hc.thoracic_extension",
      key: "category",
      value: #""magic""#, says: "category magic"),
    Breakage(
      testDescription: "circle of conditions", file: "questions", list: "questions", id: "pain.present", key: "show_if",
      value: #"{"q":"pain.now","op":"gte","v":1}"#, says: "on the same or a later page or in a circle"),
    Breakage(
      testDescription: "question nobody reaches", file: "questions", list: "questions", id: "pain.map", key: "show_if",
      value: #"{"all":[{"q":"pain.present","op":"eq","v":"yes"},{"q":"pain.present","op":"eq","v":"no"}]}"#,
      says: "nobody reaches it"),
    Breakage(
      testDescription: "retired question in use", file: "questions", list: "questions", id: "safety.leg_clot",
      key: "retired", value: "true", place: "rf.dvt", says: "safety.leg_clot, which is retired"),
    Breakage(
      testDescription: "retired item in use", file: "homecare", list: "items", id: "hc.ref_physician", key: "retired",
      value: "true", place: "rf.arm_nerve", says: "hc.ref_physician, which is retired"),
    Breakage(
      testDescription: "unknown section", file: "questions", list: "questions", id: "pain.map", key: "section",
      value: #""anatomy""#, says: "is not among the sections"),
    Breakage(
      testDescription: "unknown type", file: "questions", list: "questions", id: "pain.map", key: "type",
      value: #""hologram""#, says: "type is not a word known here"),
    Breakage(
      testDescription: "choice twice", file: "questions", list: "questions", id: "pain.present", key: "choices",
      value: #"[{"id":"yes","label":"Yes"},{"id":"no","label":"No"},{"id":"yes","label":"Yes"}]"#,
      says: "hold an id twice"),
    Breakage(
      testDescription: "gap in bands", file: "findings", list: "findings", id: "pf.fhp_cva", key: "bands",
      value: #"""
        [{"sev":1,"min":null,"max":45,"label":"mild"},{"sev":0,"min":50,"max":null,"label":"usual"}]
        """#, says: "leave a gap from 45.0 to 50.0"),
    Breakage(
      testDescription: "bands that end early", file: "findings", list: "findings", id: "pf.fhp_cva", key: "bands",
      value: #"[{"sev":0,"min":null,"max":60,"label":"usual"}]"#, says: "below the upper bound"),
    Breakage(
      testDescription: "landmark that is not there", file: "findings", list: "findings", id: "pf.fhp_cva",
      key: "landmarks", value: #"["lm.tragus","lm.nose"]"#, says: "name lm.nose"),
    Breakage(
      testDescription: "level out of reach", file: "hypotheses", list: "hypotheses", id: "hyp.stress",
      key: "likely_min", value: "99", says: "cannot be reached"),
    Breakage(
      testDescription: "region off the chart", file: "regions", list: "regions", id: "head_face", key: "shape",
      value: #"{"cx":2,"cy":14,"rx":7,"ry":9}"#, says: "leaves the grid"),
    Breakage(
      testDescription: "text where a number belongs", file: "hypotheses", list: "hypotheses", id: "hyp.stress",
      key: "possible_min", value: #""three""#, says: "must be a whole number"),
  ]

  @Test(arguments: breakages)
  func namesFileAndIDAndWhatToDo(_ breakage: Breakage) throws {
    let value = try JSON(parsing: Array(breakage.value.utf8))
    let faults = try faults { files in
      files[breakage.file] = try JSON(parsing: files[breakage.file] ?? []).setting(
        breakage.key, of: breakage.id, in: breakage.list, to: value
      ).bytes
    }
    let place = breakage.place ?? breakage.id
    #expect(
      faults.contains { $0.id.hasSuffix(place) && $0.message.contains(breakage.says) },
      "\(faults.prefix(5).map { "\($0.file) \($0.id): \($0.message)" })")
  }

  @Test func findsNothingWrongWithTheProductsPack() throws {
    #expect(try faults { _ in }.isEmpty)
  }

  @Test func findsAnIDThatComesTwice() throws {
    let faults = try faults { files in
      let sources = try #require(try JSON(parsing: files["sources"] ?? [])["sources"]?.array)
      files["sources"] = JSON.object([.init("sources", .array(sources + sources.prefix(1)))]).bytes
    }
    #expect(faults.map(\.message).contains { $0.contains("is there twice") })
  }

  @Test func findsAFileThatIsMissing() throws {
    let faults = try faults { $0["regions"] = nil }
    #expect(faults.map(\.file) == ["regions"])
    #expect(faults.first?.message == "the file is missing: add regions.json")
  }

  @Test func saysWhereAFileIsNotJSON() throws {
    var files = try TestData.packFiles()
    files["sources"] = Array("{\n  \"version\": 1.0.0\n}".utf8)
    #expect {
      try ContentPack(files: files)
    } throws: { error in
      (error as? ContentPackError)?.description
        == "sources.json: sources: is not JSON: line 2, column 17: a comma or } is missing"
    }
  }

  @Test func findsAWordingThatIsMissing() throws {
    let faults = try faults { files in
      files["messages"] = try JSON(parsing: files["messages"] ?? []).setting("problems", to: .array([])).bytes
    }
    #expect(faults.contains { $0.message.contains("answer.required") })
  }

  @Test func readsEveryFileAsAnythingWithoutATrap() throws {
    let files = try TestData.packFiles()
    for name in files.keys {
      for text in ["{}", "[]", "{\"items\": [1, null, {}], \"questions\": 7}"] {
        var broken = files
        broken[name] = Array(text.utf8)
        #expect(throws: ContentPackError.self) { try ContentPack(files: broken) }
      }
    }
  }

  private static let files = Result { try TestData.packFiles() }

  private func faults(_ change: (inout [String: [UInt8]]) throws -> Void) throws -> [ContentPackError.Fault] {
    var files = try Self.files.get()
    try change(&files)
    do throws(ContentPackError) {
      _ = try ContentPack(files: files)
      return []
    } catch {
      return error.faults
    }
  }
}
