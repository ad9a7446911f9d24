import Clinical
import Installation
import Records
import Testing

@testable import Interchange

/// What is read from lists of clients, and what is doubted.
@Suite struct ClientTableTests {
  private let pack: ContentPack

  init() throws { pack = try ShareDirectory.contentPack() }

  private func clients(_ text: String, map: [String: ClientField] = [:], order: DateOrder? = nil) throws
    -> [ArrivingClient]
  {
    try ClientTable(TableText(Array(text.utf8)), map: map).clients(order: order, pack: pack)
  }

  @Test(arguments: ExportShapes.all.keys.sorted())
  func knowsTheColumnsOfOtherSystems(system: String) throws {
    let clients = try clients(#require(ExportShapes.all[system]))
    #expect(clients.map(\.name) == ["Ana Lima", "Bo Chen"])
    #expect(clients.map(\.email) == ["ana@example.org", "bo@example.org"])
    #expect(clients.map(\.phone) == ["+351 912 000 001", "+351 912 000 002"])
    #expect(clients.map(\.birthDate?.iso) == ["1980-03-09", "1975-12-25"])
    #expect(clients.map(\.archived) == [false, !["Jeyla", "Google Contacts"].contains(system)])
    #expect(clients.allSatisfy { $0.doubts.isEmpty && $0.remarks.isEmpty })
    let note = try #require(clients.first?.notes.first)
    #expect(note.contains("Address: 1 Elm St, Porto, 4000") || system == "Noterro")
    #expect(note.contains(": Baker") || system == "MassageBook")
  }

  /// The headings are sought in the first 64 KiB, which may end within a quote.
  @Test func knowsTheColumnsWhereverALongListIsCutOff() throws {
    let note = String(repeating: "gentle ", count: 20)
    let rows = (0..<600).map { "Client \($0),\"\(note)\"\n" }
    for shift in stride(from: 0, to: 160, by: 20) {
      let text = "Name,Notes\nAna Lima,\"\(String(repeating: "x", count: shift))\"\n\(rows.joined())"
      #expect(try clients(text).count == 601)
    }
  }

  @Test func nothingOfAColumnItDoesNotKnowIsLost() throws {
    let notes = try clients(ExportShapes.cliniko).map { $0.notes.joined() }
    let parts = [
      "Title: Ms", "Preferred Name: Nita", "Emergency Contact: Rui 912 000 009", "Referral Source: a friend",
    ]
    for part in parts {
      #expect(notes.first?.contains(part) ?? false, "\(part)")
    }
    #expect(notes.first?.hasSuffix("likes wrens") ?? false)
    #expect(try clients(ExportShapes.google).first?.notes.first?.contains("E-mail: lima@example.org") ?? false)
  }

  @Test func theMapSaysWhatAColumnHolds() throws {
    let text = "Klant,Tel nr,Grootte\nAna Lima,0912000001,L\n"
    #expect(throws: TableFault.noHeading(firstRow: ["Klant", "Tel nr", "Grootte"])) { try clients(text) }
    let map: [String: ClientField] = ["Klant": .fullName, "Tel nr": .phone, "Grootte": .leftOut]
    let client = try #require(try clients(text, map: map).first)
    #expect(client.name == "Ana Lima" && client.phone == "0912000001" && client.notes.isEmpty)
    #expect(throws: TableFault.noColumn("Naam", columns: ["Name"])) {
      try clients("Name\nAna\n", map: ["Naam": .fullName])
    }
  }

  @Test func anotherRowSettlesTheOrderOfDates() throws {
    let open = "Name,DOB\nAna,03/04/1980\n"
    #expect(try ClientTable(TableText(Array(open.utf8))).isOrderOpen(pack: pack))
    guard case .birthDateInEitherOrder = try clients(open).first?.doubts.first else {
      Issue.record("an open order is doubted")
      return
    }
    #expect(try clients(open).first?.notes == ["Date of birth: 03/04/1980"])
    #expect(try clients(open + "Bo,25/12/1975\n").map(\.birthDate?.iso) == ["1980-04-03", "1975-12-25"])
    #expect(try clients(open + "Bo,12/25/1975\n").map(\.birthDate?.iso) == ["1980-03-04", "1975-12-25"])
    #expect(try clients(open, order: .monthFirst).first?.birthDate?.iso == "1980-03-04")
    let contrary = open + "Bo,25/12/1975\nCy,12/25/1976\n"
    #expect(try clients(contrary).map(\.birthDate?.iso) == [nil, "1975-12-25", "1976-12-25"])
  }

  @Test(arguments: [
    ("1980-03-09T00:00:00Z", "1980-03-09"), ("1980/3/9", "1980-03-09"), ("13/03/80", "1980-03-13"),
    ("March 9th, 1980", "1980-03-09"), ("09.09.1980", "1980-09-09"),
  ])
  func readsDates(text: String, day: String) throws {
    #expect(try clients("Name,Birthday\nAna,\"\(text)\"\n").first?.birthDate?.iso == day)
  }

  @Test(arguments: ["31/02/1980", "yesterday", "1700-01-01", "2999-01-01", "--03-09"])
  func keepsWhatIsNoBirthDateInTheNote(text: String) throws {
    let client = try #require(try clients("Name,Birthday\nAna,\(text)\n").first)
    #expect(client.birthDate == nil && client.notes == ["Date of birth: \(text)"])
    #expect(client.remarks == [.unusable(.birthDate, text)] && client.doubts.isEmpty)
  }

  @Test func keepsWhatIsNoAddressOrNumberInTheNote() throws {
    let client = try #require(try clients("Name,Email,Phone\nAna,ana at home,none\n").first)
    #expect(client.email == nil && client.phone == nil && client.notes == ["E-mail: ana at home\nPhone: none"])
    #expect(client.remarks == [.unusable(.email, "ana at home"), .unusable(.phone, "none")])
  }

  @Test func doubtsRowsThatAreLikeAnother() throws {
    let rows = try clients(
      """
      Name,Email,Phone,DOB
      Ana Lima,home@example.org,912 000 001,1980-03-09
      Rui Lima,HOME@example.org,,
      Cy,,912-000-001,
      ana lima,,,1980-03-09
      Ana Lima,,,1990-01-01
      Dee,,,
      """)
    let alike = rows.map { row in
      row.doubts.flatMap { if case .likeRows(let rows) = $0 { rows } else { [Int]() } }
    }
    #expect(alike == [[], [2], [2], [2], [], []])
  }

  @Test func doubtsARowWithoutNameOrWithMoreCellsAndAFormula() throws {
    let rows = try clients(
      "First Name,Last Name,Email\n,,a@example.org\nBo,Chen,,x,y\n=cmd|' /C calc'!A0,Chen,\n\"=\"\"Ana\"\"\",'0351,\n"
        + "'t Hooft,,\n")
    #expect(!rows[0].canBeAdded && rows[1].canBeAdded && rows[2].canBeAdded)
    guard case .moreCellsThanHeadings? = rows[1].doubts.first, case .formula(_, let text)? = rows[2].doubts.first else {
      Issue.record("more cells and a formula are doubted")
      return
    }
    #expect(text == "=cmd|' /C calc'!A0")
    #expect(rows[3].name == "Ana 0351" && rows[3].doubts.isEmpty, "what keeps zeros in a spreadsheet is none")
    #expect(rows[4].name == "'t Hooft")
  }

  @Test func findsTheHeadingsBelowATitle() throws {
    let text = "sep=;\nClients of Stillwater\n\nName;Email\nAna;a@example.org\n"
    let table = try ClientTable(TableText(Array(text.utf8)))
    #expect(table.headingRow == 4 && table.delimiter == ";")
  }

  @Test func theHeadingsOnceMoreAreNoClient() throws {
    let table = try ClientTable(TableText(Array("Name,Email\nAna,\nName,Email\nBo,\n".utf8)))
    #expect(table.repeatedHeadings == [3])
    #expect(try table.clients(pack: pack).map(\.row) == [2, 4])
    #expect(throws: TableFault.otherHeading(row: 3)) {
      try clients("Name,Email\nAna,\nPhone,First name,Last name\n1,B,C\n")
    }
  }

  @Test func aLongNoteBecomesSeveral() throws {
    let client = try #require(try clients("Name,Notes\nAna,\(String(repeating: "é", count: 45_000))\n").first)
    #expect(client.notes.map(\.count) == [20_000, 20_000, 5_000])
  }
}
