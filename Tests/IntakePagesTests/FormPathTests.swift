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

  @Test func asksEveryQuestionOnce() {
    let charts = path.screens.filter { if case .chartDetails = $0.content { true } else { false } }.count
    let asked = path.screens.flatMap(\.questions).map(\.id)
    let wanted = pack.questions.filter { !$0.staffOnly && !$0.retired }.map(\.id)
    #expect(Set(asked) == Set(wanted).subtracting(FormPath.datedOnSending))
    #expect(asked.count - charts == Set(asked).count)
  }

  @Test func numbersScreensByStep() {
    #expect(path.screens.first?.id == "1")
    #expect(Set(path.screens.map(\.id)).count == path.screens.count)
    #expect((7...9).contains(path.steps))
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
