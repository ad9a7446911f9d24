import Clinical
import Installation
import Testing

@testable import IntakePages

@Suite struct AnswerReadingTests {
  let path: FormPath
  let today = CalendarDate(year: 2026, month: 11, day: 21)

  init() throws {
    path = FormPath(pack: try ShareDirectory.contentPack(), hidden: [])
  }

  private func reading(_ values: [String: [String]]) throws -> AnswerReading {
    var fields = FieldValues()
    for (name, value) in values { fields[name] = value }
    return AnswerReading(fields, path: path, today: try #require(today))
  }

  private func answers(_ values: [String: [String]]) throws -> Answers { try reading(values).sheet.answers }

  @Test func readsTheChartFromBoxesAndFromJSON() throws {
    let wanted = AnswerValue.regions([
      MarkedRegion(region: "low_back_l", symptoms: ["pain", "knot"], nrs: 7),
      MarkedRegion(region: "jaw_r", symptoms: ["stiff"]),
    ])
    let boxes = try answers([
      "pain.map": ["low_back_l", "jaw_r"], "pain.map.low_back_l.symptoms": ["pain", "knot"],
      "pain.map.low_back_l.nrs": ["7"], "pain.map.jaw_r.symptoms": ["stiff"],
    ])
    let json = """
      [{"region":"low_back_l","symptoms":["pain","knot"],"nrs":7},{"region":"jaw_r","symptoms":["stiff"]}]
      """
    #expect(boxes["pain.map"] == wanted)
    #expect(try answers(["pain.map": [json]])["pain.map"] == wanted)
  }

  @Test func readsTheRowsOfATable() throws {
    let read = try answers([
      "meds.list.name.1": ["Apixaban"], "meds.list.dose.1": ["5 mg"], "meds.list.name.3": ["Iron"],
    ])
    #expect(read["meds.list"] == .rows([["name": "Apixaban", "dose": "5 mg"], ["name": "Iron"]]))
  }

  @Test func datesTheFormOnTheDayItIsSent() throws {
    #expect(try answers([:])["visit.date"] == .text("2026-11-21"))
    #expect(try answers(["visit.date": ["2026-11-20"]])["visit.date"] == .text("2026-11-20"))
  }

  @Test(arguments: [
    ("contact.date_of_birth", ["2023-02-29"]), ("contact.height_cm", ["1e400"]), ("work.sit_hours", ["1,000"]),
    ("consent.scope", ["perhaps"]), ("pain.map", ["[{]"]), ("pain.now", ["-0"]),
  ])
  func saysWhatCannotBeRead(_ name: String, _ values: [String]) throws {
    let read = try reading([name: values, "pain.present": ["yes"]])
    #expect(read.problems.contains { $0.question.rawValue == name && $0.code != "answer.required" })
    #expect(read.sheet[Question.ID(rawValue: name)] == nil)
  }

  @Test func putsAnswersBackIntoTheirFields() throws {
    let answers = Answers([
      "contact.full_name": .text("Zoë"), "work.sit_hours": .number(6.5), "activity.days": .number(3),
      "visit.goals": .choices(["fewer_spasms", "find_cause"]), "consent.scope": .consent(true),
      "pain.map": .regions([MarkedRegion(region: "jaw_l", symptoms: ["pain"], nrs: 3, note: "at night")]),
      "meds.list": .rows([["name": "Iron"]]),
    ])
    let read = AnswerReading(FieldValues(answers, of: path.pack), path: path, today: try #require(today))
    #expect(!read.problems.contains { answers[$0.question] != nil })
    for (id, answer) in answers.values { #expect(read.sheet[id] == answer) }
  }

  @Test func hasOneDigestForTheSameAnswers() throws {
    let typed = ["contact.full_name": ["Zoë"], "visit.goals": ["relax", "find_cause"]]
    let digest = try reading(typed).digest
    #expect(try reading(typed).digest == digest)
    #expect(try reading(typed.merging(["action": ["send"]]) { $1 }).digest == digest)
    #expect(try reading(typed.merging(["contact.full_name": ["Zoe"]]) { $1 }).digest != digest)
    #expect(try reading(typed.merging(["visit.goals": ["find_cause", "relax"]]) { $1 }).digest != digest)
  }
}
