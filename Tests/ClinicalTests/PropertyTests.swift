import Clinical
import JSON
import PlanSamples
import Testing

/// What must be true of the engine whatever the answers are.
struct PropertyTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func randomCases(_ count: Int, seed: UInt64) throws -> [CaseFile] {
    var generator = CaseGenerator(pack: pack, seed: seed)
    return try (0..<count).map { _ in try CaseFile(decoding: generator.next().bytes, for: pack) }
  }

  /// Ticks each choice that contraindicates an item, in addition to the answers of random people.
  @Test func neverFreesAnItemByAContraindicatingAnswer() throws {
    let cases = try randomCases(3, seed: 11)
    let homecare = try #require(try JSON(parsing: TestData.packFiles()["homecare"] ?? [])["items"]?.array)
    for item in homecare {
      let id = HomeCareItem.ID(rawValue: item["id"]?.string ?? "")
      for row in item["contra"]?.array ?? [] where row["when"]?["op"]?.string == "has_any" {
        let question = Question.ID(rawValue: row["when"]?["q"]?.string ?? "")
        let choice = Question.Choice.ID(rawValue: row["when"]?["v"]?.strings?.first ?? "")
        for person in cases where AnswerSheet(person.answers, for: pack).isShown(question) {
          let answers = person.answers.adding(choice, to: question, pack)
          let before = pack.check(id, for: pack.assess(person.answers, person.evaluation))?.effect
          let after = pack.check(id, for: pack.assess(answers, person.evaluation))
          #expect(after?.reasons.contains(row["id"]?.string ?? "") == true)
          #expect(rank(after?.effect) >= rank(before), "\(id) is freer with \(question) \(choice)")
        }
      }
    }
  }

  private func rank(_ effect: HomeCareItem.Effect?) -> Int {
    switch effect {
    case nil: 0
    case .caution: 1
    case .askFirst: 2
    case .block: 3
    }
  }

  @Test func offersNothingButTheReferralInAnEmergency() throws {
    var emergencies = 0
    for person in try randomCases(300, seed: 12) {
      let assessment = pack.assess(person.answers, person.evaluation)
      let isEmergency = assessment.redFlags.contains { pack.redFlag($0)?.urgency == .emergency }
      #expect((assessment.plan.mode == .emergency) == isEmergency)
      guard isEmergency else { continue }
      emergencies += 1
      #expect(assessment.plan.offers.map(\.item) == ["hc.ref_emergency"])
      #expect(assessment.plan.draft == ["hc.ref_emergency"])
    }
    #expect(emergencies > 30)
  }

  @Test func offersOnlyWhatIsSafeWhileAnUrgentFlagIsOpen() throws {
    var holds = 0
    for person in try randomCases(300, seed: 13) {
      let plan = pack.assess(person.answers, person.evaluation).plan
      guard plan.mode == .hold else { continue }
      holds += 1
      #expect(plan.offers.allSatisfy { pack.item($0.item)?.safeInHold == true })
    }
    #expect(holds > 10)
  }

  @Test func ticksOnlyWhatIsFreeOrNeedsCaution() throws {
    for person in try randomCases(200, seed: 14) {
      let plan = pack.assess(person.answers, person.evaluation).plan
      let usable = Set(plan.offers.filter { $0.effect == nil || $0.effect == .caution }.map(\.item))
      #expect(usable.isSuperset(of: plan.draft))
    }
  }

  @Test func givesTheStrongestEffectWhateverTheOrderOfTheRows() throws {
    var files = try TestData.packFiles()
    files["homecare"] = try JSON(parsing: files["homecare"] ?? []).reversing("contra").bytes
    let reversed = try ContentPack(files: files)
    for person in try randomCases(200, seed: 15) {
      let assessment = pack.assess(person.answers, person.evaluation)
      #expect(reversed.assess(person.answers, person.evaluation).report == assessment.report)
      for offer in assessment.plan.offers {
        let effects = offer.reasons.map { reason in
          pack.item(offer.item)?.contraindications.first { $0.id.rawValue == reason }?.effect ?? .block
        }
        #expect(offer.effect == effects.max())
      }
    }
  }

  @Test func isAPureFunction() async throws {
    let cases = try randomCases(40, seed: 16)
    let alone = cases.map { pack.assess($0.answers, $0.evaluation).report }
    let together = await withTaskGroup(of: (Int, JSON).self) { group in
      for (place, person) in cases.enumerated() {
        group.addTask { [pack] in (place, pack.assess(person.answers, person.evaluation).report) }
      }
      return await group.reduce(into: [Int: JSON]()) { $0[$1.0] = $1.1 }
    }
    for (place, report) in alone.enumerated() { #expect(together[place] == report) }
  }

  @Test func keepsAnswersAndEvaluationsThroughJSON() throws {
    for person in try randomCases(100, seed: 17) {
      #expect(try Answers(JSON(parsing: person.answers.json.bytes)) == person.answers)
      #expect(try Evaluation(JSON(parsing: person.evaluation.json.bytes)) == person.evaluation)
    }
  }

  @Test func dropsAnswersToHiddenQuestionsOnceAndForAll() throws {
    for person in try randomCases(200, seed: 18) {
      let pruned = pack.assess(person.answers).answers
      #expect(pack.assess(pruned).answers == pruned)
      let sheet = AnswerSheet(pruned, for: pack)
      for (id, value) in pruned.values where !value.isEmpty { #expect(sheet.isShown(id), "\(id)") }
      #expect(pack.assess(pruned, person.evaluation).report == pack.assess(person.answers, person.evaluation).report)
    }
  }

  @Test func raisesFromAnswersAloneWhatAnAssessmentOfThemRaises() throws {
    for person in try randomCases(200, seed: 19) {
      let sheet = AnswerSheet(person.answers, for: pack)
      let assessment = pack.assess(person.answers)
      #expect(sheet.redFlags.map(\.id) == assessment.redFlags)
      #expect(sheet.redFlags.map(\.massage).max() ?? .ok == assessment.plan.massage)
      #expect(sheet.pruned.answers == assessment.answers)
    }
  }
}

extension Answers {
  /// Ticks one more choice, and unticks those like “none” that exclude it.
  fileprivate func adding(_ choice: Question.Choice.ID, to id: Question.ID, _ pack: ContentPack) -> Answers {
    var answers = self
    var ticked: [Question.Choice.ID] = []
    if case .choices(let ids)? = self[id] { ticked = ids }
    let exclusive = Set(pack.question(id)?.choices.filter(\.exclusive).map(\.id) ?? [])
    answers[id] = .choices(ticked.filter { !exclusive.contains($0) && $0 != choice } + [choice])
    return answers
  }
}

extension JSON {
  /// The document with every array under `key` reversed.
  fileprivate func reversing(_ key: String) -> JSON {
    switch self {
    case .array(let elements): .array(elements.map { $0.reversing(key) })
    case .object(let members):
      .object(
        members.map { member in
          let value = member.value.reversing(key)
          return JSON.Member(member.key, member.key == key ? value.array.map { .array($0.reversed()) } ?? value : value)
        })
    default: self
    }
  }
}
