import Clinical
import Testing

/// What the rules of the content ask of the therapist after a check-in.
@Suite struct FollowUpTests {
  private let pack: ContentPack
  private let issued: CalendarDate
  private let baseline = Answers(["pain.avg7": .number(6), "psfs.score1": .number(3)])

  init() throws {
    pack = try TestData.pack.get()
    issued = try #require(CalendarDate(iso: "2026-01-05"))
  }

  private func told(
    week: Int, _ kind: CheckInForm.Kind = .weekly, saying answers: [Question.ID: AnswerValue]
  ) throws -> CheckInAnswer {
    CheckInAnswer(day: try #require(issued.adding(days: week * 7)), kind: kind, answers: Answers(answers))
  }

  private func advice(_ course: CheckInAnswer...) -> [FollowUpAdvice] {
    pack.advice(on: course, baseline: baseline, issuedOn: issued)
  }

  @Test func anOrdinaryWeekAsksNothing() throws {
    let week = try told(week: 1, saying: ["checkin.pain_avg7": .number(5), "checkin.days_done": .number(4)])
    #expect(advice(week) == [])
  }

  @Test func painThatRisesByTwoIsWorseAndTwiceInARowIsForThePhysician() throws {
    let weeks = try [3, 5, 7].enumerated().map { try told(week: $0 + 1, saying: ["checkin.pain_avg7": .number($1)]) }
    #expect(advice(weeks[0], weeks[1]) == [.worse(pain: .init(from: 3, to: 5), change: nil)])
    #expect(
      advice(weeks[0], weeks[1], weeks[2])
        == [.worse(pain: .init(from: 5, to: 7), change: nil), .seePhysician(worseTimes: 2)])
  }

  @Test func worseThanAtTheStartCountsWithoutPain() throws {
    let now = try told(week: 1, .full, saying: ["checkin.change": .text("m2"), "checkin.pain_avg7": .number(5)])
    #expect(advice(now) == [.worse(pain: nil, change: -2)])
  }

  @Test func noGainIsToldAfterThreeFullerCheckInsOrSixWeeks() throws {
    func full(_ week: Int) throws -> CheckInAnswer {
      try told(week: week, .full, saying: ["checkin.pain_avg7": .number(6), "checkin.psfs1": .number(3)])
    }
    #expect(try advice(full(1), full(2)) == [])
    #expect(try advice(full(1), full(2), full(4)) == [.noGain(weeks: 4)])
    #expect(try advice(full(6)) == [.noGain(weeks: 6)])
    let better = try told(week: 8, .full, saying: ["checkin.pain_avg7": .number(3), "checkin.psfs1": .number(3)])
    #expect(try advice(full(1), full(2), full(4), better) == [], "pain fell by half")
  }

  @Test func betterTwiceIsGood() throws {
    func full(_ week: Int) throws -> CheckInAnswer {
      try told(week: week, .full, saying: ["checkin.pain_avg7": .number(2), "checkin.change": .text("p2")])
    }
    #expect(try advice(full(1)) == [])
    #expect(try advice(full(1), full(2)) == [.good(keepItems: 3)])
  }

  @Test(arguments: [(0, true), (3, true), (4, false), (7, false)])
  func fewerThanHalfOfTheDaysIsTooMuchOfAPlan(days: Int, isLow: Bool) throws {
    let week = try told(week: 1, saying: ["checkin.days_done": .number(Double(days))])
    #expect(advice(week) == (isLow ? [.lowAdherence(days: days, keepItems: 3)] : []))
  }

  @Test func whatWorriesAndWhatHurtsComesFirst() throws {
    let rows: AnswerValue = .rows([["item": "hc.chin_tuck", "hurt": "a_lot"], ["item": "hc.walking", "hurt": "no"]])
    let now = try told(
      week: 1, .worry,
      saying: [
        "checkin.stop_sign": .text("yes"), "checkin.items": rows, "checkin.safety": .choices(["medicine"]),
        "checkin.medicine_text": .text("warfarin"),
      ])
    #expect(advice(now) == [.stopSign, .hurts(["hc.chin_tuck"]), .newMedicine("warfarin")])
    #expect(try advice(told(week: 1, saying: ["checkin.worry": .text("yes")])) == [.worry])
  }

  @Test func theFullerFormIsDueFromItsWeekUntilItWasAnswered() throws {
    let rules = try #require(pack.checkIn.rules)
    func form(_ day: Int, lastFull: Int? = nil) throws -> CheckInForm.Kind {
      let today = try #require(issued.adding(days: day))
      return rules.form(on: today, issuedOn: issued, lastFull: lastFull.flatMap { issued.adding(days: $0) })
    }
    #expect(try form(6) == .weekly)
    #expect(try form(7) == .full)
    #expect(try form(9, lastFull: 8) == .weekly)
    #expect(try form(14, lastFull: 8) == .full)
    #expect(try form(21, lastFull: 15) == .weekly)
    #expect(try form(60, lastFull: 15) == .full, "the weeks 4 and 8 are over")
  }

  @Test func everySafetyChoiceRaisesItsFlag() throws {
    let today = try #require(issued.adding(days: 7))
    let entry = try #require(pack.checkIn.entries.first { $0.question.id == "checkin.safety" })
    #expect(entry.raises.count == entry.question.choices.count - 2, "all but “a new medicine” and “none”")
    for (choice, flag) in entry.raises {
      let raw: [Question.ID: [String]] = ["checkin.safety": [choice.rawValue], "checkin.stop_sign": ["no"]]
      let sheet = CheckInSheet(.worry, raw: raw, rows: [], of: pack, today: today)
      #expect(sheet.problems.isEmpty && sheet.redFlags.map(\.id) == [flag])
    }
  }

  @Test func aFormIsRefusedWithoutAnAnswerToSafetyAndWithAnImpossibleOne() throws {
    let today = try #require(issued.adding(days: 7))
    func problems(_ raw: [Question.ID: [String]]) -> [Question.ID] {
      CheckInSheet(.worry, raw: raw, rows: [], of: pack, today: today).problems.map(\.question)
    }
    #expect(problems([:]).contains("checkin.safety"))
    #expect(problems(["checkin.safety": ["none", "fever"], "checkin.stop_sign": ["no"]]) == ["checkin.safety"])
    #expect(problems(["checkin.safety": ["gone"], "checkin.stop_sign": ["maybe"]]).count == 2)
    let rows = [["item": "hc.walking", "times": " ", "hurt": "maybe"]]
    let sheet = CheckInSheet(
      .worry, raw: ["checkin.safety": ["none"], "checkin.stop_sign": ["no"]], rows: rows, of: pack, today: today)
    #expect(sheet.isComplete && sheet.answers["checkin.items"] == nil, "what says nothing of an item is left out")
  }

  @Test(
    arguments: [
      ("often", nil, "number.unreadable"), ("2.5", nil, "number.not_whole"), ("-1", nil, "number.too_small"),
      ("101", nil, "number.too_large"), ("7", "7", nil), (" ٣ ", "3", nil), ("0", "0", nil), ("100", "100", nil),
    ] as [(String, String?, String?)])
  func howOftenAnItemWasDoneIsReadOrSaidToBeWrong(typed: String, times: String?, fault: String?) throws {
    let rows = [["item": "hc.walking"], ["item": "hc.chin_tuck", "times": typed]]
    let sheet = CheckInSheet(
      .worry, raw: ["checkin.safety": ["none"], "checkin.stop_sign": ["no"]], rows: rows, of: pack,
      today: try #require(issued.adding(days: 7)))
    #expect(sheet.problemsOfRows.mapValues(\.code) == (fault.map { [1: $0] } ?? [Int: String]()))
    #expect(sheet.isComplete == (fault == nil))
    let told = times.map { AnswerValue.rows([["item": "hc.chin_tuck", "times": $0]]) }
    #expect(sheet.answers["checkin.items"] == told)
  }
}
