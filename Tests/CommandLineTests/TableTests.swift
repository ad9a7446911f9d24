import Foundation
import Testing
import Typesetting

@testable import CommandLine

@Suite struct TableTests {
  private let table = Table(
    columns: [
      .init(heading: "ID"), .init(heading: "Name"), .init(heading: "E-mail", rank: 2), .init(heading: "Born", rank: 1),
    ],
    rows: [
      ["k7f3", "陈波", "bo@example.org", "1991-02-03"],
      ["33zk", "Zoë 🧘🏽 O'Hara of a very long family name indeed", "zoe@example.org", "1979-11-30"],
      ["63mm", "مريم الزهراء", "", ""],
    ])

  @Test(arguments: [40, 60, 80, 120])
  func noLineIsWiderThanTheTerminal(width: Int) {
    #expect(table.lines(width: width, colour: false).allSatisfy { $0.displayWidth <= width })
  }

  @Test func columnsLineUpWhateverTheScript() {
    let lines = table.lines(width: 120, colour: false)
    let starts = lines.prefix(3).map { line in
      ["E-mail", "bo@", "zoe@"].compactMap { line.range(of: $0) }.first.map { line[..<$0.lowerBound].displayWidth }
    }
    #expect(Set(starts).count == 1)
  }

  @Test func dropsTheLeastImportantColumnFirst() {
    let lines = table.lines(width: 62, colour: false)
    #expect(!lines[0].contains("E-mail"))
    #expect(lines[0].contains("Born"))
  }

  @Test func oneLongTextHidesNoColumn() {
    let lines = table.lines(width: 76, colour: false)
    #expect(["ID", "Name", "E-mail", "Born"].allSatisfy(lines[0].contains))
    #expect(lines[2].contains("…") && lines[2].contains("1979-11-30"))
  }

  @Test func saysWhereATextWasCut() {
    let narrow = table.lines(width: 52, colour: false)
    #expect(narrow[2].contains("…"))
  }

  @Test func listsRecordsWhereATableCannotBeRead() {
    let lines = table.lines(width: 40, colour: false)
    #expect(lines[0].hasPrefix("ID"))
    #expect(lines.joined().contains("bo@example.org"))
    #expect(!lines.joined().contains("…"))
  }
}
