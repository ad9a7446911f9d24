import Clinical
import Testing

/// How text that people type is read.
struct ReadingTests {
  let pack: ContentPack
  let today: CalendarDate

  init() throws {
    pack = try TestData.pack.get()
    today = try #require(CalendarDate(iso: "2026-11-21"))
  }

  func read(_ raw: String..., for id: Question.ID) throws -> ReadAnswer {
    try pack.read(raw, for: #require(pack.question(id)), today: today)
  }

  @Test(arguments: [
    "1980-03-09", "9 march 1980", "9 March 1980", "March 9, 1980", "9th of March 1980", "09.03.1980", "9.3.1980",
    "9. März 1980", "9 mars 1980", "9 mar 1980", " 9  MAR  1980 ", "1980/3/9", "1980年3月9日", "٩.٣.١٩٨٠",
  ])
  func readsADateInAnySaneSpelling(_ text: String) throws {
    #expect(try read(text, for: "contact.date_of_birth").value == .text("1980-03-09"))
  }

  @Test func readsADateInThreeParts() throws {
    #expect(try read("9", "3", "1980", for: "contact.date_of_birth").value == .text("1980-03-09"))
    #expect(try read("9", "March", "1980", for: "contact.date_of_birth").value == .text("1980-03-09"))
    #expect(try read("", "", "", for: "contact.date_of_birth").value == nil)
  }

  @Test func takesADayThatIsNoMonth() throws {
    #expect(try read("25/3/1980", for: "contact.date_of_birth").value == .text("1980-03-25"))
    #expect(try read("3/3/1980", for: "contact.date_of_birth").value == .text("1980-03-03"))
  }

  @Test(arguments: ["31 February 1980", "9/3/80", "yesterday", "1980", "9 ju 1980", "9 3 1980 4", "99999999999999-1-1"])
  func saysWhenADateCannotBeRead(_ text: String) throws {
    let answer = try read(text, for: "contact.date_of_birth")
    #expect(answer.value == nil)
    #expect(answer.problems.map(\.code) == ["date.unreadable"])
    #expect(answer.raw == [text])
  }

  @Test func refusesADateInTheFutureOrLongAgo() throws {
    #expect(try read("2026-11-22", for: "contact.date_of_birth").problems.map(\.code) == ["date.in_future"])
    #expect(try read("2026-11-21", for: "visit.date").problems.isEmpty)
    #expect(try read("1899-12-31", for: "contact.date_of_birth").problems.map(\.code) == ["date.too_early"])
  }

  @Test(arguments: ["7,5", "7.5", " 7.5 h ", "٧٫٥", "７.５", "+7,5", "7.46"])
  func readsANumberWithCommaOrPointInAnyDigits(_ text: String) throws {
    #expect(try read(text, for: "sleep.hours").value == .number(7.5))
  }

  @Test(arguments: ["1e1", "7.5.1", "0x7", "seven", "7..", ".", "NaN", "inf", "1 000", "--7"])
  func saysWhenANumberCannotBeRead(_ text: String) throws {
    #expect(try read(text, for: "sleep.hours").problems.map(\.code) == ["number.unreadable"])
  }

  @Test func holdsNumbersToTheirBounds() throws {
    #expect(try read("-1", for: "pain.now").problems.map(\.code) == ["number.too_small"])
    #expect(try read("11", for: "pain.now").problems.map(\.code) == ["number.too_large"])
    #expect(try read("7,5", for: "pain.now").problems.map(\.code) == ["number.not_whole"])
    #expect(try read("2027", for: "pain.first_year").problems.map(\.code) == ["number.too_large"])
    #expect(try read("2026", for: "pain.first_year").problems.isEmpty)
  }

  @Test(arguments: [
    "+1 555 010 0100", "(030) 12345-6", "٠٥٥١٢٣٤٥٦٧", "12345", "555-0100 ext 12", "\u{202A}+49 30 1234\u{202C}",
    "০১৭০ ১২৩৪৫৬", "๐๘๑ ๒๓๔", "０３０ １２３４", "𝟬𝟯𝟬 𝟭𝟮𝟯𝟰",
  ])
  func takesAPhoneNumberInAnyScript(_ text: String) throws {
    #expect(try read(text, for: "contact.phone").problems.isEmpty)
  }

  @Test(arguments: ["1234", "call me", "+-() /", String(repeating: "1", count: 33), "12345;rm", "߀߁߂߃߄߅"])
  func refusesWhatIsNoPhoneNumber(_ text: String) throws {
    #expect(try read(text, for: "contact.phone").problems.map(\.code).contains("phone.unreadable"))
  }

  @Test(arguments: ["anna@example.org", "a.b+c@sub.example.org", "李@例子.公司", #""a b"@example.org"#])
  func takesAnEmailAddress(_ text: String) throws {
    #expect(try read(text, for: "contact.email").problems.isEmpty)
  }

  @Test(arguments: ["anna", "@example.org", "anna@", "a b@example.org", "a..b@example.org", "a@b@c d", "a@.org"])
  func refusesWhatIsNoEmailAddress(_ text: String) throws {
    #expect(try read(text, for: "contact.email").problems.map(\.code) == ["email.unreadable"])
  }

  @Test(arguments: ["  spaced  ", "line\r\nline", "\u{202E}reversed", "🧘🏽\u{200D}", "<b>&\"'", "\t"])
  func keepsTextToTheByte(_ text: String) throws {
    guard case .text(let kept)? = try read(text, for: "visit.goal_text").value else {
      Issue.record("not kept")
      return
    }
    #expect(Array(kept.utf8) == Array(text.utf8))
  }

  @Test func countsCharactersAndNotBytes() throws {
    #expect(try read(String(repeating: "李", count: 120), for: "contact.full_name").problems.isEmpty)
    let problem = try read(String(repeating: "李", count: 123), for: "contact.full_name").problems.first
    #expect(problem?.code == "text.too_long")
    #expect(problem?.hint == "Please shorten it by 3 characters.")
    #expect(try read("a\u{0}b", for: "contact.full_name").problems.map(\.code) == ["text.control"])
  }

  @Test func keepsExclusiveChoicesAlone() throws {
    #expect(try read("none", for: "safety.skin").problems.isEmpty)
    #expect(try read("rash", "wound", for: "safety.skin").problems.isEmpty)
    #expect(try read("rash", "none", for: "safety.skin").problems.map(\.code) == ["choice.exclusive"])
    #expect(try read("rash", "made_up", for: "safety.skin").problems.map(\.code) == ["choice.unknown"])
  }

  @Test func readsATableRowByRowAndDropsEmptyRows() throws {
    let answer = try read("Aspirin", "100 mg", "", "", "", "", "", "5 mg", "", for: "meds.list")
    #expect(answer.value == .rows([["name": "Aspirin", "dose": "100 mg"], ["dose": "5 mg"]]))
    #expect(answer.problems.map(\.code) == ["table.column_required"])
    #expect(answer.problems.first?.message == "Row 2: “Medicine” is empty.")
  }

  @Test func readsAConsentGivenOrRefused() throws {
    #expect(try read("yes", for: "consent.treatment").value == .consent(true))
    #expect(try read("no", for: "consent.treatment").value == .consent(false))
    #expect(try read("no", for: "consent.treatment").problems.map(\.code) == ["consent.needed"])
    #expect(try read("maybe", for: "consent.treatment").value == nil)
  }
}
