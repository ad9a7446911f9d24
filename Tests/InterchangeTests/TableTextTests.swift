import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Encodings and rows, with Python's `csv` as a second opinion about what a row is.
@Suite struct TableTextTests {
  private static let text = "Name,Note\r\nJosé,\"a, \"\"b\"\"\nc\"\r\n"

  @Test(arguments: [
    (String.Encoding.utf8, TableText.Encoding.utf8), (.utf16, .utf16), (.utf16LittleEndian, .utf16),
    (.utf16BigEndian, .utf16), (.windowsCP1252, .windows1252),
  ])
  func findsTheEncoding(written: String.Encoding, found: TableText.Encoding) throws {
    let text = try TableText(Array(#require(Self.text.data(using: written))))
    #expect(text.encoding == found)
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.text)
  }

  @Test func refusesWhatIsNoText() throws {
    #expect(throws: TableFault.empty) { try TableText([]) }
    #expect(throws: TableFault.empty) { try TableText(Array("\n \n".utf8)) }
    #expect(throws: TableFault.unreadable(.utf16)) { try TableText([0xFF, 0xFE, 0x41]) }
    #expect(throws: TableFault.unreadable(.utf16)) { try TableText([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) }
    #expect(throws: TableFault.nul(row: 3)) {
      try ClientTable(TableText(Array("Name,Email\nAna,\nB\0o,\nCy,\n".utf8)))
    }
    #expect(throws: TableFault.unclosedQuote(row: 3)) {
      try ClientTable(TableText(Array("Name,Email\nAna,\n\"Bo,b@example.org\nCy,\nDee,\n".utf8)))
    }
  }

  @Test func countsRowsAsASpreadsheetDoes() throws {
    let rows = try TableRow.all(of: Array("a\r\n\r\n\"b\nb\"\r\n\n,\n6\" foam,x\rlast".utf8), delimiter: 0x2C)
    #expect(rows.map(\.number) == [1, 3, 6, 7])
    #expect(rows.map(\.cells) == [["a"], ["b\nb"], ["6\" foam", "x"], ["last"]])
  }

  /// A comma that a combining accent follows is a comma still.
  @Test func separatesByCharactersOfTheFileAndNotByLettersOnTheScreen() throws {
    let rows = try TableRow.all(of: Array("a,\u{301}b,c\u{2028}d\n".utf8), delimiter: 0x2C)
    #expect(rows.map(\.cells) == [["a", "\u{301}b", "c\u{2028}d"]])
  }

  @Test func agreesWithPythonAboutRandomTables() async throws {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "é", "\"\"", ",", "\n", "\r\n", " x", "=", "陈", ""]
    let tables = (0..<300).map { _ in
      (0..<3).map { _ in
        (0..<3).map { _ in
          "\"x" + (0..<4).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined() + "\""
        }.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }
    let program =
      "import csv, io, json, sys\n"
      + "print(json.dumps([list(csv.reader(io.StringIO(t, newline=''))) for t in json.load(sys.stdin)]))"
    let input = String(decoding: try JSONEncoder().encode(tables), as: UTF8.self)
    let run = try await ProgramRun.of(URL(filePath: "/usr/bin/env"), ["python3", "-c", program], input: input)
    let expected = try JSONDecoder().decode([[[String]]].self, from: Data(run.output))
    for (table, rows) in zip(tables, expected) {
      #expect(try TableRow.all(of: Array(table.utf8), delimiter: 0x2C).map(\.cells) == rows)
    }
  }
}
