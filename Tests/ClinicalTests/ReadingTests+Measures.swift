import Clinical
import Testing

/// Reading numbers with units, ambiguous dates, and texts without a visible character.
extension ReadingTests {
  @Test(arguments: [
    (["9/3/1980"], "9 March 1980 or 3 September 1980"), (["٩/٣/١٩٨٠"], "9 March 1980 or 3 September 1980"),
    (["09-03-1980"], "9 March 1980 or 3 September 1980"), (["1/13/1980"], "13 January 1980"),
    (["1", "13", "1980"], "13 January 1980"), (["1.13.1980"], "13 January 1980"),
  ])
  func asksWhichNumberIsTheMonth(raw: [String], meanings: String) throws {
    let question = try #require(pack.question("contact.date_of_birth"))
    let answer = pack.read(raw, for: question, today: today)
    #expect(answer.value == nil)
    #expect(answer.problems.map(\.code) == ["answer.unclear"])
    #expect(answer.problems.first?.message.contains(meanings) == true, "\(answer.problems)")
  }

  @Test(arguments: [
    ("pf.fhp_cva", "45°", 45), ("pf.fhp_cva", "44,5 deg", 44.5), ("pf.fhp_cva", "٤٤", 44), ("pf.plumb_ear", "-12", -12),
    ("pf.plumb_ear", "-1.2 cm", -12), ("pf.plumb_ear", "−1 in", -25.4), ("pf.plumb_ear", "12 mm", 12),
    ("len.lunge", "95 mm", 9.5), ("str.back_endurance", "2 min 5", 125), ("str.back_endurance", "45 s", 45),
    ("pf.fhp_cva", "44 cm", nil), ("pf.fhp_cva", "forty", nil), ("pf.fhp_cva", "44 45", nil), ("pf.fhp_cva", "-", nil),
  ])
  func readsAFindingInItsUnits(id: String, text: String, value: Double?) throws {
    let definition = try #require(pack.finding(FindingDefinition.ID(rawValue: id)))
    let read = definition.readMeasure(text)
    #expect(read.map { ($0 * 1000).rounded() } == value.map { ($0 * 1000).rounded() })
  }

  @Test(arguments: [
    ("5'11\"", 180.3), ("5 ft 11", 180.3), ("5ft11in", 180.3), ("5’11”", 180.3), ("5 feet 11 inches", 180.3),
    ("5 ft. 11 in.", 180.3), ("5'11½\"", 181.6), ("71 in", 180.3), ("6 ft", 182.9), ("1,80", 180), ("1.80 m", 180),
    ("1.8", 180), ("1 m 80", 180), ("1m80", 180), ("180", 180), ("180 cm", 180), ("180,5", 180.5), ("１８０", 180),
    ("90 cm", 90),
  ])
  func readsAHeightInAnyUnit(text: String, centimetres: Double) throws {
    #expect(try read(text, for: "contact.height_cm").value == .number(centimetres))
  }

  @Test(arguments: [
    ("82,5", 82.5), ("82.5 kg", 82.5), ("180 lb", 81.6), ("180lbs", 81.6), ("180 pounds", 81.6), ("13st 4", 84.4),
    ("13 st 4 lb", 84.4), ("13 stone", 82.6), ("180 kg", 180), ("25 kg", 25), ("\u{200B}82,5\u{2060}", 82.5),
  ])
  func readsAWeightInAnyUnit(text: String, kilograms: Double) throws {
    #expect(try read(text, for: "contact.weight_kg").value == .number(kilograms))
  }

  @Test(arguments: [
    ("contact.weight_kg", "180", "180 kg or 180 lb"), ("contact.weight_kg", "13", "13 kg or 13 st"),
    ("contact.height_cm", "71", "71 cm or 71 in"),
  ])
  func asksForTheUnitOfAnImplausibleNumber(question: String, text: String, meanings: String) throws {
    let answer = try read(text, for: Question.ID(rawValue: question))
    #expect(answer.value == nil && answer.problems.map(\.code) == ["answer.unclear"])
    #expect(answer.problems.first?.message == "“\(text)” could be \(meanings).")
  }

  @Test(arguments: ["5'13\"", "1m8", "13st 14", "5 11", "12 stones 3 feet", "180 ml", "tall", "5'-1", "11in 5ft"])
  func saysHowAHeightIsWritten(text: String) throws {
    let problem = try #require(try read(text, for: "contact.height_cm").problems.first)
    #expect(problem.code == "number.unreadable" && problem.hint.contains("170 cm, 1.70 m or 5 ft 7"))
  }

  @Test(arguments: [("1 h 30", 90.0), ("1.5 h", 90), ("90 min", 90), ("90", 90)])
  func readsATimeInAnyUnit(text: String, minutes: Double) throws {
    #expect(try read(text, for: "pain.sit_minutes").value == .number(minutes))
  }

  @Test(arguments: ["3", "3 days", "3 days a week", "3 days/week"])
  func readsACountWithItsUnit(text: String) throws {
    #expect(try read(text, for: "activity.days").value == .number(3))
  }

  @Test(arguments: [50, 71, 99, 120, 121, 180, 249.9])
  func readsBackWhatItWrites(number: Double) throws {
    for id in ["contact.weight_kg", "contact.height_cm"] as [Question.ID] {
      let question = try #require(pack.question(id))
      #expect(try read(question.written(number), for: id).value == .number(number))
    }
  }

  @Test(arguments: [
    "\u{200B}", "\u{AD}", "\u{2060}\u{2063}", "\u{2800}", "\u{3164}", "\u{115F}\u{1160}", "\u{FEFF} \u{A0}",
  ])
  func takesNothingVisibleForNoAnswer(_ text: String) throws {
    var answers = Answers()
    for id in ["consent.signature", "contact.full_name"] as [Question.ID] {
      answers[id] = try read(text, for: id).value
    }
    let problems = pack.problems(in: answers, today: today)
    #expect(problems.contains { $0.code == "signature.missing" })
    #expect(problems.contains { $0.question == "contact.full_name" && $0.code == "answer.required" })
  }

  @Test(arguments: ["a\nb", "a\u{1B}[31mb", "a\u{85}b", "a\u{2028}b", "a\tb"])
  func refusesControlsAndLineBreaksInOneLine(_ text: String) throws {
    #expect(try read(text, for: "contact.full_name").problems.map(\.code) == ["text.control"])
    #expect(try read(text, for: "visit.goal_text").problems.isEmpty)
  }

  @Test func dropsWhatIsInvisibleAroundAnAddress() throws {
    #expect(try read("\u{200E}ana@example.org\u{200B}", for: "contact.email").value == .text("ana@example.org"))
    #expect(try read("\u{202A}+351 912 345 678\u{202C}", for: "contact.phone").value == .text("+351 912 345 678"))
  }
}
