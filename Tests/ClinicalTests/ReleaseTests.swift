import Clinical
import JSON
import Testing

/// Faults that a new release of the content must not have.
struct ReleaseTests {
  private func faults(_ file: String, _ change: (JSON) throws -> JSON) throws -> [String] {
    var files = try TestData.packFiles()
    files[file] = try change(JSON(parsing: files[file] ?? [])).bytes
    // The words for another person name what the form says, of which a part is gone.
    let questions = try JSON(parsing: files["questions"] ?? [])
    files["questions"] = questions.adding([.init("about_another", .array([]))]).bytes
    return try ContentPack(files: files).releaseFaults(files).map { "\($0.id) \($0.message)" }
  }

  @Test func findsNothingInThisContent() throws {
    let files = try TestData.packFiles()
    let pack = try ContentPack(files: files)
    #expect(pack.releaseFaults(files).isEmpty)
    #expect(ContentCoverage(pack).unexplained == 0)
  }

  @Test func everyQuestionSaysWhyItIsAsked() throws {
    let asked = try ContentPack(files: TestData.packFiles()).questions.filter { question in
      !question.staffOnly && question.kind != .consent && !["visit.date", "consent.signed_on"].contains(question.id)
    }
    #expect(asked.count > 200 && asked.filter { ($0.why ?? "").isEmpty }.map(\.id) == [])
  }

  /// The College of Massage Therapists of Ontario rules it out; see the README of the content.
  @Test func nothingAsksForAnInfectionThatDoesNotMatterToMassage() throws {
    let files = try TestData.packFiles()
    let words = String(decoding: files["questions"] ?? [], as: UTF8.self)
    #expect(!words.isEmpty && !words.contains("HIV") && !words.lowercased().contains("hepatitis"))
  }

  @Test func findsAChoiceThatChangesNothing() throws {
    let found = try faults("questions") { $0.removing("unread", of: "work.pattern", in: "questions") }
    #expect(found.contains { $0.hasPrefix("work.pattern/shift changes nothing") })
  }

  @Test func findsASafetyChoiceThatNoFlagReads() throws {
    let found = try faults("redflags") {
      $0.without("rf.kidney_pain", in: "redflags").without("rf.urine", in: "redflags")
    }
    #expect(found.contains { $0.hasPrefix("safety.urine/waves is read by no red flag") })
  }

  @Test func findsAProgressionThatNothingCovers() throws {
    let found = try faults("homecare") { $0.removing("leads_to", of: "hc.ball_glute", in: "items") }
    #expect(found.count == 1)
    #expect(found.first?.contains("hc.ball_glute progression is covered by no contraindication") == true)
  }

  @Test func findsAnItemThatNothingProposes() throws {
    let found = try faults("hypotheses") { hypotheses in
      hypotheses.replacing("suggests") { list in
        .array((list.array ?? []).filter { $0["item"]?.string != "hc.piriformis_stretch" })
      }
    }
    #expect(found.contains { $0.hasPrefix("hc.piriformis_stretch is proposed by nothing") })
  }

  @Test func findsAnItemThatIsNeverSelectedWithoutAReason() throws {
    let found = try faults("homecare") { $0.adding([.init("by_hand", [:])]) }
    #expect(found.contains { $0.hasPrefix("hc.supp_turmeric is never part of a draft") })
  }

  @Test func findsAFlagThatAnUnansweredQuestionHides() throws {
    let found = try faults("redflags") { $0.adding([.init("optional", .array([]))]) }
    #expect(found.contains { $0.hasPrefix("rf.spasm_dizzy") } == false)
    #expect(found.contains { $0.hasPrefix("rf.conflicting_opinions reads care.conflict, which may be left out") })
  }

  @Test func findsTimesThatDisagree() throws {
    let found = try faults("redflags") {
      try $0.setting("client_message", of: "rf.dvt", in: "redflags", to: .string("Get help in the next few days."))
    }
    #expect(found == ["rf.dvt says “few days” but suggests hc.ref_today: make the times agree"])
  }
}

extension JSON {
  /// The object with these members, which replace those of the same name.
  fileprivate func adding(_ members: [Member]) -> JSON {
    let keys = Set(members.map(\.key))
    return .object((self.members ?? []).filter { !keys.contains($0.key) } + members)
  }

  private func changing(_ list: String, _ change: ([JSON]) -> [JSON]) -> JSON {
    adding([.init(list, .array(change(self[list]?.array ?? [])))])
  }

  fileprivate func without(_ id: String, in list: String) -> JSON {
    changing(list) { $0.filter { $0["id"]?.string != id } }
  }

  fileprivate func removing(_ key: String, of id: String, in list: String) -> JSON {
    changing(list) { elements in
      elements.map { element in
        element["id"]?.string == id ? .object((element.members ?? []).filter { $0.key != key }) : element
      }
    }
  }

  /// The document with every value under `key` changed.
  fileprivate func replacing(_ key: String, _ change: (JSON) -> JSON) -> JSON {
    switch self {
    case .array(let elements): .array(elements.map { $0.replacing(key, change) })
    case .object(let members):
      .object(
        members.map { member in
          let value = member.value.replacing(key, change)
          return Member(member.key, member.key == key ? change(value) : value)
        })
    default: self
    }
  }
}
