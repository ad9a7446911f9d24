import Clinical
import Foundation
import Installation
import Records
import Testing

@testable import Interchange

/// Contacts as telephones write them, and clients as vCards.
@Suite struct VCardTests {
  private func clients(_ cards: String) throws -> [ArrivingClient] {
    try ClientTable(cards: TableText(Array(cards.utf8))).clients(pack: try ShareDirectory.contentPack())
  }

  @Test func takesACardOfEachVersion() throws {
    let clients = try clients(
      """
      BEGIN:VCARD\r
      VERSION:4.0\r
      FN:Ana Lima\\, MD\r
      N:Lima;Ana;;;\r
      item1.EMAIL;TYPE=home:ana@example.org\r
      TEL;VALUE=uri;TYPE="voice,cell":tel:+1-555-0100\r
      TEL;TYPE=work:+1 555 0200\r
      BDAY:19800309\r
      NOTE:A long note that goes on \r
       after a fold\\nand on a second line\r
      END:VCARD\r
      begin:vcard
      VERSION:2.1
      N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B6derstr=C3=B6m;=
      =C4=92va
      TEL;CELL:+46 8 123
      END:VCARD

      """)
    #expect(clients.map(\.name) == ["Ana Lima, MD", "Ēva Söderström"])
    #expect(clients.map(\.email) == ["ana@example.org", nil])
    #expect(clients.map(\.phone) == ["+1-555-0100", "+46 8 123"])
    #expect(clients.map(\.birthDate?.iso) == ["1980-03-09", nil])
    #expect(clients[0].notes.joined().contains("goes on after a fold\nand on a second line"))
    #expect(clients[0].notes.joined().contains("+1 555 0200"))
    #expect(clients.map(\.row) == [1, 12])
  }

  @Test(arguments: [
    ("BEGIN:VCARD\nFN:Ana\n", TableFault.unclosedCard(row: 1)),
    ("BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nEND:VCARD\n", .unclosedCard(row: 1)),
    ("BEGIN:VCARD\nFN:A\0na\nEND:VCARD\n", .nul(row: 2)),
  ])
  func refusesADamagedFile(cards: String, fault: TableFault) {
    #expect(throws: fault) { try self.clients(cards) }
  }

  @Test func aNamelessCardIsDoubtful() throws {
    #expect(try clients("BEGIN:VCARD\nEMAIL:a@example.org\nEND:VCARD\n").map(\.canBeAdded) == [false])
  }

  @Test(arguments: [
    "plain", "a,b;c\\d", "two\nlines", String(repeating: "ā", count: 100), "BEGIN:VCARD", "ends in a backslash\\",
  ])
  func foldingAndEscapingLoseNothing(text: String) throws {
    let card = ["BEGIN:VCARD", "FN:x", "NOTE:\(text.cardValue)".folded(at: 75), "END:VCARD"].joined(separator: "\r\n")
    #expect(card.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(try VCard.all(of: TableText(Array(card.utf8)))[0].all("NOTE").map(\.text) == [text])
  }
}
