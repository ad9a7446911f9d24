import Testing

@testable import IntakePages

@Suite struct TelephoneLinkTests {
  @Test(arguments: [
    ("+1 555 010 0100", "tel:+15550100100"), ("555-0100 ext 12", "tel:5550100;ext=12"),
    ("(030) 12345-6", "tel:030123456"), ("+44 (0)20 7946 0958", "tel:+442079460958"),
    ("+1 555 0100 x7", "tel:+15550100;ext=7"), ("555 0100 Ext. 3", "tel:5550100;ext=3"),
    ("555 0100 #9", "tel:5550100;ext=9"), ("0712 034 567 int. 7", "tel:0712034567;ext=7"),
    ("912 345 678 Anexo 7", "tel:912345678;ext=7"), ("٠٥٥١٢٣٤٥٦٧", "tel:0551234567"),
    ("\u{202A}+351 912 345 678\u{202C}", "tel:+351912345678"), ("912.345.678", "tel:912345678"),
  ])
  func isWrittenAsTheStandardSays(phone: String, address: String) {
    #expect(TelephoneLink.address(phone) == address)
  }

  @Test func aNumberOnAPageCannotTurnTheTextAround() {
    #expect(HTML.escaped("a\u{202E}b") == "a\u{202E}b", "text of a client stays as it was typed")
    #expect(!TelephoneLink.address("\u{202E}+1\u{2066}5").unicodeScalars.contains { $0.value > 0x7F })
  }
}
