import Clinical
import Foundation
import Installation
import Testing

@testable import IntakePages

@Suite struct FormPathTests {
  let pack: ContentPack
  let path: FormPath

  init() throws {
    pack = try ShareDirectory.contentPack()
    path = FormPath(pack: pack, hidden: [])
  }

  @Test func asksEveryQuestionOnceExceptWhatServesTheRecordAlone() {
    let asked = path.screens.flatMap(\.questions).map(\.id)
    let wanted = Set(pack.questions.filter { !$0.staffOnly && !$0.retired }.map(\.id))
    let left = wanted.subtracting(FormPath.datedOnSending).subtracting(asked)
    #expect(asked.count == Set(asked).count)
    #expect(left.isSubset(of: pack.questionsForTheRecordOnly) && left.contains("diet.fish"))
  }

  @Test func asksTheSameOnTheSameScreensAboutSomebodyElse() throws {
    let turned = FormPath(path, about: try #require(pack.aboutAnother))
    #expect(turned.screens.map(\.id) == path.screens.map(\.id))
    #expect(turned.screens.map { $0.questions.map(\.id) } == path.screens.map { $0.questions.map(\.id) })
    #expect(turned.pack.consentTextHash == path.consentTextHash, "what is agreed to is recorded in its own words")
    #expect(
      turned.screen(asking: "visit.reason")?.questions.first { $0.id == "visit.reason" }?.text
        == "What brings them here?")
    #expect(turned.screen(asking: "visit.reason")?.page.title == "Why they come")
    #expect(turned.stages.map(\.title) == ["Who", "Why", "Where", "Safe", "Agree"])
  }

  @Test func numbersScreensInTheOrderOfTheirStages() {
    #expect(path.screens.first?.id == "1")
    #expect(Set(path.screens.map(\.id)).count == path.screens.count)
    #expect(path.stages.map(\.title) == ["You", "Why", "Where", "Safe", "Agree"])
    #expect(path.screens.map(\.stage.id).chunked { $0 }.map { $0[0] } == pack.stages.map(\.id))
  }

  @Test func offersCardsByTheAnswersAndCountsTheirQuestions() throws {
    func cards(_ answers: [Question.ID: AnswerValue]) -> [FormStage.ID: Int] {
      let cards = path.cards(for: AnswerSheet(Answers(answers), for: pack))
      return Dictionary(uniqueKeysWithValues: cards.map { ($0.stage.id, $0.questions) })
    }
    let no = AnswerValue.text("no")
    let relaxed: [Question.ID: AnswerValue] = [
      "pain.present": no, "spasm.present": no, "knots.present": no, "visit.goals": .choices(["relax"]),
    ]
    #expect(Set(cards(relaxed).keys) == ["stress"])
    let hurting = relaxed.merging(["pain.present": .text("yes")]) { $1 }
    #expect(cards(hurting).keys.contains("home") && !cards(hurting).keys.contains("desk"))
    let atADesk = cards(hurting.merging(["work.pattern": .choices(["desk"])]) { $1 })
    #expect(atADesk["desk"] == 7)
  }

  @Test func saysHowLongItTakesFromItsWordsAndInputs() {
    let times = path.fillingTimes
    #expect(times.well.wordsToRead < times.hurting.wordsToRead)
    #expect(FillingTime(wordsToRead: 400, inputs: 12).minutes == 3)
    #expect((2...8).contains(times.well.minutes) && times.hurting.minutes > times.well.minutes)
  }

  @Test func hidesOnlyWhatMayBeHidden() {
    let hidden: Set<Question.ID> = ["contact.pronouns", "safety.fever", "safety.sexual_change", "contact.full_name"]
    let asked = Set(FormPath(pack: pack, hidden: hidden).screens.flatMap(\.questions).map(\.id))
    #expect(hidden.subtracting(asked) == ["contact.pronouns"])
  }

  @Test func passesOverWhatDoesNotConcernTheClient() throws {
    let no = AnswerValue.text("no")
    let well = AnswerSheet(
      Answers(["pain.present": no, "spasm.present": no, "knots.present": no]), for: pack)
    let hurting = AnswerSheet(Answers(["pain.present": .text("yes")]), for: pack)
    let reason = try #require(path.screen(asking: "pain.present"))
    #expect(path.screen(after: reason.id, for: hurting)?.questions.first?.id == "pain.map")
    let next = try #require(path.screen(after: reason.id, for: well))
    #expect(!next.questions.contains { $0.id == "pain.map" || $0.id == "pain.now" })
  }
}
